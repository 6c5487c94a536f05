package org.riskcensus.core.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class GridFrameTest {

  /** Four columns of 10 and three rows of 5 from (100, 200) to the south-east. */
  private static final GridFrame GRID = new GridFrame(100, 200, 10, 5, 4, 3);

  private static String cell(double x, double y) {
    return GRID.find(new Coordinate(x, y)).map(c -> c.column() + "," + c.row()).orElse("outside");
  }

  @Test
  void aPositionLiesInItsCell() {
    assertThat(cell(101, 199)).isEqualTo("0,0");
    assertThat(cell(139, 186)).isEqualTo("3,2");
  }

  @Test
  void aBorderBelongsToTheEastAndTheSouthAndTheOuterOneToTheGrid() {
    assertThat(cell(110, 195)).isEqualTo("1,1");
    assertThat(cell(100, 200)).isEqualTo("0,0");
    assertThat(cell(140, 185)).isEqualTo("3,2");
  }

  @Test
  void beyondTheGridThereIsNoCell() {
    assertThat(cell(99.99, 190)).isEqualTo("outside");
    assertThat(cell(140.01, 190)).isEqualTo("outside");
    assertThat(cell(120, 200.01)).isEqualTo("outside");
    assertThat(cell(120, 184.99)).isEqualTo("outside");
    assertThat(cell(Double.NaN, 190)).isEqualTo("outside");
  }
}
