package org.riskcensus.core.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WetCellsTest {

  private static final OptionalInt AS_IT_IS = OptionalInt.empty();

  private static WetCells cells(double... depths) {
    WetCells cells = new WetCells();
    for (double depth : depths) {
      cells.add(depth);
    }
    return cells;
  }

  @Test
  void theMeanIsOfWetCellsAndItsShareOfAllTouched() {
    WetCells cells = cells(1, 2, 0, -3, Double.NaN);
    assertThat(cells.by(DepthRule.MEAN, AS_IT_IS)).isEqualTo(new Inundation(1.5, 0.4));
  }

  @Test
  void theDeepestCellCountsWhole() {
    assertThat(cells(1, 2.5, 0).by(DepthRule.MAX, AS_IT_IS)).isEqualTo(new Inundation(2.5, 1));
    assertThat(cells(0.75).by(DepthRule.CENTROID, AS_IT_IS)).isEqualTo(new Inundation(0.75, 1));
  }

  @Test
  void withoutAWetCellItIsDry() {
    for (DepthRule rule : DepthRule.values()) {
      assertThat(cells(0, -1, Double.NaN).by(rule, AS_IT_IS)).isEqualTo(Inundation.DRY);
      assertThat(cells().by(rule, AS_IT_IS)).isEqualTo(Inundation.DRY);
    }
  }

  @Test
  void depthsAreRoundedHalfToEven() {
    OptionalInt two = OptionalInt.of(2);
    assertThat(cells(1.742857).by(DepthRule.MEAN, two).depthMetres()).isEqualTo(1.74);
    assertThat(cells(0.125).by(DepthRule.MAX, two).depthMetres()).isEqualTo(0.12);
    assertThat(cells(0.375).by(DepthRule.MAX, two).depthMetres()).isEqualTo(0.38);
  }
}
