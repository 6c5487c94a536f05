package org.riskcensus.core.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class CellsTest {

  @Test
  void theRootIsTheWholeSquare() {
    long root = Cells.of(123, 456, 0);
    assertThat(Cells.level(root)).isZero();
    assertThatObject(Cells.envelope(root))
        .isEqualTo(new Envelope(-3_276_800, 3_276_800, 0, 6_553_600));
  }

  @Test
  void levelSixteenHasCellsOfAHundredMetres() {
    long cell = Cells.of(1_234_567.8, 4_000_050, 16);
    assertThatObject(Cells.envelope(cell))
        .isEqualTo(new Envelope(1_234_500, 1_234_600, 4_000_000, 4_000_100));
    assertThat(Cells.findLevelOfSide(100)).hasValue(16);
    assertThat(Cells.findLevelOfSide(200)).hasValue(15);
    assertThat(Cells.findLevelOfSide(12.5)).hasValue(19);
    assertThat(Cells.findLevelOfSide(150)).isEmpty();
  }

  @Test
  void aPointOnABorderBelongsToTheEastOrNorth() {
    assertThatObject(Cells.envelope(Cells.of(200, 400, 16)))
        .isEqualTo(new Envelope(200, 300, 400, 500));
    double west = Math.nextDown(200.0);
    assertThat(Cells.envelope(Cells.of(west, 400, 16)).getMaxX()).isEqualTo(200);
    double tiny = -Double.MIN_VALUE;
    assertThat(Cells.envelope(Cells.of(tiny, 400, 16)).getMaxX()).isZero();
  }

  @Test
  void everyPointLiesInTheHalfOpenSquareOfItsCellAtEveryLevel() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      int level = random.nextInt(Cells.MAX_LEVEL + 1);
      double x = random.nextDouble(-3_276_800, 3_276_800);
      double y = random.nextDouble(0, 6_553_600);
      long cell = Cells.of(x, y, level);
      Envelope e = Cells.envelope(cell);
      assertThat(Cells.level(cell)).isEqualTo(level);
      assertThat(e.getMinX() <= x && x < e.getMaxX() && e.getMinY() <= y && y < e.getMaxY())
          .isTrue();
      assertThat(Cells.of(e.getMinX(), e.getMinY(), level)).isEqualTo(cell);
      int coarser = random.nextInt(level + 1);
      assertThat(Cells.parent(cell, coarser)).isEqualTo(Cells.of(x, y, coarser));
    }
  }

  @Test
  void descendantsSortAroundTheirCell() {
    long cell = Cells.of(500_000, 4_000_000, 10);
    Envelope e = Cells.envelope(cell);
    long outside = Cells.of(e.getMinX() - 0.01, e.getMinY() + 0.01, 20);
    long low = Cells.of(e.getMinX(), e.getMinY(), 20);
    long high = Cells.of(Math.nextDown(e.getMaxX()), Math.nextDown(e.getMaxY()), 20);
    assertThat(low).isLessThan(cell);
    assertThat(high).isGreaterThan(cell);
    assertThat(outside < low || outside > high).isTrue();
  }

  @Test
  void placesOutsideTheGridAreRefused() {
    assertThatThrownBy(() -> Cells.of(117.5, -1, 16)).hasMessageContaining("outside the grid");
    assertThatThrownBy(() -> Cells.of(Double.NaN, 1, 16)).hasMessageContaining("outside the grid");
    assertThatThrownBy(() -> Cells.parent(Cells.of(0, 0, 3), 4)).hasMessageContaining("no parent");
    assertThatThrownBy(() -> Cells.side(27)).hasMessageContaining("level 27");
  }
}
