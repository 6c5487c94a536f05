package org.riskcensus.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BreakRuleTest {

  private static Distribution of(double... values) {
    TreeMap<Double, Long> counts = new TreeMap<>();
    for (double value : values) {
      counts.merge(value, 1L, Long::sum);
    }
    return Distribution.of(counts);
  }

  private static double[] randomValues(Random random, int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = Math.rint(random.nextGaussian() * 20) / 10 + (i % 3) * 4;
    }
    return values;
  }

  @Test
  void naturalBreaksSplitWhereTheGapsAre() {
    Distribution values = of(1, 1.1, 1.2, 5, 5.1, 9, 9.2, 9.3, 20);
    List<Double> breaks = new BreakRule.Natural(4).breaks(values);
    assertThat(breaks).containsExactly(5.0, 9.0, 20.0);
    assertThat(values.goodnessOfFit(breaks)).isGreaterThan(0.999);
  }

  /** By hand: {1, 2, 6}: all around 3 give 14; {1, 2} within give 0.5; fit = 1 − 0.5/14. */
  @Test
  void goodnessOfFitIsTheShareOfVarianceExplained() {
    Distribution values = of(1, 2, 6);
    assertThat(new BreakRule.Natural(2).breaks(values)).containsExactly(6.0);
    assertThat(values.goodnessOfFit(List.of(6.0))).isCloseTo(1 - 0.5 / 14, within(1e-12));
    assertThat(values.goodnessOfFit(List.of())).isZero();
  }

  @Test
  void naturalBreaksAreAsGoodAsTheBestOfAllBreaks() {
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      double[] values = randomValues(random, 14);
      Distribution distribution = of(values);
      double best = bestFit(distribution);
      double fit = distribution.goodnessOfFit(new BreakRule.Natural(4).breaks(distribution));
      assertThat(fit).isCloseTo(best, within(1e-9));
    }
  }

  private static double bestFit(Distribution values) {
    double best = 0;
    for (int i = 1; i < values.size(); i++) {
      for (int j = i + 1; j < values.size(); j++) {
        for (int k = j + 1; k < values.size(); k++) {
          List<Double> breaks = List.of(values.value(i), values.value(j), values.value(k));
          best = Math.max(best, values.goodnessOfFit(breaks));
        }
      }
    }
    return best;
  }

  @Test
  void repeatedValuesWeighAsOftenAsTheyOccur() {
    TreeMap<Double, Long> counts = new TreeMap<>();
    counts.put(1.0, 1000L);
    counts.put(2.0, 1L);
    counts.put(3.0, 1L);
    // joining 2 and 3 costs 0.5, joining 1 and 2 costs 1000/1001
    assertThat(new BreakRule.Natural(2).breaks(Distribution.of(counts))).containsExactly(2.0);
    counts.put(3.0, 1000L);
    counts.put(2.0, 1L);
    counts.put(1.0, 2L);
    assertThat(new BreakRule.Natural(2).breaks(Distribution.of(counts))).containsExactly(3.0);
  }

  @Test
  void percentilesAreValuesThatOccur() {
    double[] values = new double[100];
    Arrays.setAll(values, i -> i + 1);
    assertThat(new BreakRule.Percentiles(List.of(60.0, 80.0, 90.0, 95.0)).breaks(of(values)))
        .containsExactly(60.0, 80.0, 90.0, 95.0);
    assertThat(of(5, 5, 5, 7).percentile(75)).isEqualTo(5);
    assertThat(of(5, 5, 5, 7).percentile(76)).isEqualTo(7);
  }

  /** By hand: {2, 4, 4, 4, 5, 5, 7, 9} has mean 5 and deviation 2. */
  @Test
  void meanAndDeviationGiveBreaksAroundTheMean() {
    Distribution values = of(2, 4, 4, 4, 5, 5, 7, 9);
    List<Double> breaks = new BreakRule.MeanDeviation(List.of(-1.0, 0.0, 1.0)).breaks(values);
    assertThat(breaks.get(0)).isCloseTo(3, within(1e-12));
    assertThat(breaks.get(1)).isCloseTo(5, within(1e-12));
    assertThat(breaks.get(2)).isCloseTo(7, within(1e-12));
  }

  @Test
  void theOrderOfValuesDoesNotMatter() {
    List<Double> values = new ArrayList<>();
    for (double value : randomValues(new Random(8), 200)) {
      values.add(value);
    }
    List<Double> breaks = natural(values);
    Collections.shuffle(values, new Random(4));
    assertThat(natural(values)).isEqualTo(breaks);
  }

  private static List<Double> natural(List<Double> values) {
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    return new BreakRule.Natural(5).breaks(of(array));
  }

  @Test
  void tooFewDifferentValuesForNaturalBreaksAreRefused() {
    assertThatThrownBy(() -> new BreakRule.Natural(4).breaks(of(0, 1, 1)))
        .hasMessageContaining("got 2");
  }
}
