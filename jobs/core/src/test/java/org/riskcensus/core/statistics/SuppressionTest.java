package org.riskcensus.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final Suppression BELOW_THREE = new Suppression(3);

  @Test
  void aLoneSmallCellTakesTheNextSmallestWithIt() {
    assertThat(BELOW_THREE.withhold(Map.of("a", 1L, "b", 7L, "c", 9L, "d", 0L)))
        .isEqualTo(Set.of("a", "b"));
  }

  @Test
  void twoSmallCellsThatReachTheLimitGuardEachOther() {
    assertThat(BELOW_THREE.withhold(Map.of("a", 1L, "b", 2L, "c", 9L))).isEqualTo(Set.of("a", "b"));
    assertThat(BELOW_THREE.withhold(Map.of("a", 1L, "b", 1L, "c", 9L)))
        .as("their sum of 2 would be told by the total")
        .isEqualTo(Set.of("a", "b", "c"));
  }

  @Test
  void zerosAndLargeCellsAreNoSecret() {
    assertThat(BELOW_THREE.withhold(Map.of("a", 0L, "b", 3L))).isEmpty();
  }

  @Test
  void theTotalLessThePublishedCellsNeverTellsASmallNumber() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      Map<String, Long> cells = new TreeMap<>();
      for (int i = 0; i < 2 + random.nextInt(8); i++) {
        cells.put("u" + i, (long) random.nextInt(6));
      }
      Set<String> withheld = BELOW_THREE.withhold(cells);
      cells.forEach(
          (unit, n) -> assertThat(BELOW_THREE.small(n) && !withheld.contains(unit)).isFalse());
      long sum = withheld.stream().mapToLong(cells::get).sum();
      boolean all = withheld.size() == cells.size();
      assertThat(withheld.isEmpty() || all || (withheld.size() >= 2 && sum >= 3)).isTrue();
    }
  }
}
