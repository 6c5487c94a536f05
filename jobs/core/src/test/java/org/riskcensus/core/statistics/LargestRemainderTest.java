package org.riskcensus.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

  @Test
  void leftOverUnitsGoToTheLargestRemainders() {
    // 2 + 3 + 4 = 9 of 10.0: one unit left, to b with .5; plain rounding would give 3 + 4 + 4 = 11
    Map<String, Double> parts = Map.of("a", 2.5 - 1e-9, "b", 3.5, "c", 4.0);
    assertThat(LargestRemainder.total(parts)).isEqualTo(10);
    assertThat(LargestRemainder.apportion(parts, 10)).isEqualTo(Map.of("a", 2L, "b", 4L, "c", 4L));
  }

  @Test
  void tiesGoToTheFirstKey() {
    assertThat(LargestRemainder.apportion(Map.of("b", 0.5, "a", 0.5), 1))
        .isEqualTo(Map.of("a", 1L, "b", 0L));
  }

  @Test
  void everyTotalOfATreeHoldsAndNoPartMovesByAUnit() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      Map<String, Map<String, Double>> cities = new TreeMap<>();
      Map<String, Double> sums = new TreeMap<>();
      for (int city = 0; city < 5; city++) {
        Map<String, Double> counties = new TreeMap<>();
        for (int county = 0; county < 1 + random.nextInt(8); county++) {
          counties.put("c" + city + county, random.nextInt(4) == 0 ? 0 : random.nextDouble() * 50);
        }
        cities.put("c" + city, counties);
        sums.put("c" + city, counties.values().stream().mapToDouble(x -> x).sum());
      }
      long province = LargestRemainder.total(sums);
      Map<String, Long> whole = LargestRemainder.apportion(sums, province);
      assertThat(whole.values().stream().mapToLong(x -> x).sum()).isEqualTo(province);
      cities.forEach(
          (city, counties) -> {
            Map<String, Long> parts = LargestRemainder.apportion(counties, whole.get(city));
            assertThat(parts.values().stream().mapToLong(x -> x).sum()).isEqualTo(whole.get(city));
            counties.forEach(
                (county, value) -> assertThat(Math.abs(parts.get(county) - value)).isLessThan(1));
          });
    }
  }

  @Test
  void aTotalThatIsNotTheirsIsRefused() {
    assertThatThrownBy(() -> LargestRemainder.apportion(Map.of("a", 1.2), 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
