package org.riskcensus.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TheilSenTest {
  private static final double Z95 = 1.959964;

  @Test
  void slopeIsTheMedianOfAllPairs() {
    // slopes 1, 4, 2, 7, 2.5, -2 sorted: -2 1 2 2.5 4 7; the middle of 2 and 2.5
    TheilSen trend = TheilSen.of(Map.of(2021, 1.0, 2022, 2.0, 2023, 9.0, 2024, 7.0), Z95).get();
    assertThat(trend.perYear()).isEqualTo(2.25);
    // the median 4.5 stands at the median year 2022.5
    assertThat(trend.at(2025)).isEqualTo(4.5 + 2.25 * 2.5);
    assertThat(trend.interval()).as("four years carry no 95% interval").isNull();
  }

  @Test
  void oneDisastrousYearDoesNotTurnTheTrend() {
    Map<Integer, Double> values = line(10, 2);
    values.put(2018, 1e6);
    assertThat(TheilSen.of(values, Z95).get().perYear()).isCloseTo(2, within(0.5));
  }

  @Test
  void aLineIsItsOwnTrendAndInterval() {
    TheilSen trend = TheilSen.of(line(10, 3), Z95).get();
    assertThat(trend.perYear()).isCloseTo(3, within(1e-12));
    assertThat(trend.interval().lower()).isCloseTo(3, within(1e-12));
    assertThat(trend.interval().upper()).isCloseTo(3, within(1e-12));
  }

  @Test
  void intervalIsThatOfSenAtItsRanks() {
    // n = 10: Var S = 10·9·25/18 = 125, z·√125 = 21.91; of 45 slopes ranks ⌊11.54⌋ and ⌈33.46⌉+1
    Random random = new Random(7);
    TreeMap<Integer, Double> values = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      values.put(2010 + i, random.nextDouble());
    }
    double[] slopes =
        values.keySet().stream()
            .flatMap(
                a ->
                    values.keySet().stream()
                        .filter(b -> b > a)
                        .map(b -> (values.get(b) - values.get(a)) / (b - a)))
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    Interval interval = TheilSen.of(values, Z95).get().interval();
    assertThat(interval).isEqualTo(new Interval(slopes[10], slopes[34]));
  }

  @Test
  void twoYearsHaveNoTrend() {
    assertThat(TheilSen.of(Map.of(2021, 1.0, 2022, 2.0), Z95)).isEmpty();
  }

  private static Map<Integer, Double> line(int years, double slope) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    for (int i = 0; i < years; i++) {
      values.put(2015 + i, 5 + slope * i);
    }
    return values;
  }
}
