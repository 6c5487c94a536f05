package org.riskcensus.formats.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SheetProjectionTest {

  private static final Rectangle2D FRAME = new Rectangle2D.Double(10, 20, 200, 150);
  private static final Geometry COUNTY =
      new GeometryFactory().toGeometry(new Envelope(117.8, 118.3, 36.8, 37.2));

  private final SheetProjection projection = SheetProjection.fit(COUNTY, FRAME, 1);

  @Test
  void theCountyFitsTheFrameAtARoundScale() {
    Envelope onSheet = projection.onSheet(COUNTY).getEnvelopeInternal();

    assertThat(FRAME.contains(onSheet.getMinX(), onSheet.getMinY())).isTrue();
    assertThat(FRAME.contains(onSheet.getMaxX(), onSheet.getMaxY())).isTrue();
    assertThat(projection.denominator()).isEqualTo(300_000);
    assertThat(projection.centralMeridian()).isEqualTo(117);
  }

  /**
   * One minute of latitude at 37°N is M·π/10800, with M = a(1-e²)/(1-e²sin²φ)^1.5 = 6358.57 km:
   * 1849.64 m, which is 6.1655 mm at 1:300 000.
   */
  @Test
  void aKnownDistanceHasItsLengthOnTheSheet() {
    Point2D south = projection.place(new Coordinate(118.05, 37 - 1 / 120.0));
    Point2D north = projection.place(new Coordinate(118.05, 37 + 1 / 120.0));

    assertThat(south.distance(north)).isCloseTo(6.1655, within(0.0005));
    assertThat(north.getY()).isLessThan(south.getY());
  }

  @Test
  void placesComeBackToTheirDegrees() {
    Point2D place = projection.place(new Coordinate(118.1, 36.9));
    Coordinate back = projection.degrees(place.getX(), place.getY());

    assertThat(back.x).isCloseTo(118.1, within(1e-9));
    assertThat(back.y).isCloseTo(36.9, within(1e-9));
  }

  @Test
  void scalesAreRoundedUp() {
    assertThat(SheetProjection.round(251_000)).isEqualTo(300_000);
    assertThat(SheetProjection.round(100_000)).isEqualTo(100_000);
    assertThat(SheetProjection.round(99_000)).isEqualTo(100_000);
    assertThat(SheetProjection.round(9_100)).isEqualTo(10_000);
  }
}
