package org.riskcensus.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CoveragePartsTest {

  private static final CoverageParts PARTS = new CoverageParts(10, 0.1);

  @Test
  void aGapIsToldWithAreaNumberAndPlace() {
    Geometry covered = CoverageParts.union(List.of(box(0, 0, 40, 100), box(50, 0, 100, 100)));
    CoverageParts.Found gap = PARTS.outside(box(0, 0, 100, 100), covered).orElseThrow();
    assertThat(gap.areaM2()).isCloseTo(1000, within(1e-6));
    assertThat(gap.parts()).isEqualTo(1);
    assertThat(gap.place().x).isBetween(40.0, 50.0);
  }

  @Test
  void whatRoundingLeavesAlongABorderIsNoFinding() {
    assertThat(PARTS.outside(box(0, 0, 100, 100), box(0, 0, 99.95, 100))).isEmpty();
    assertThat(PARTS.shared(box(0, 0, 2, 2), box(0, 0, 2, 2))).isEmpty();
  }

  @Test
  void theMeanWidthOfALongStripIsItsWidth() {
    double width = CoverageParts.meanWidth((org.locationtech.jts.geom.Polygon) box(0, 0, 1000, 2));
    assertThat(width).isCloseTo(2, within(0.01));
  }

  private static Geometry box(double xmin, double ymin, double xmax, double ymax) {
    return new GeometryFactory().toGeometry(new Envelope(xmin, xmax, ymin, ymax));
  }
}
