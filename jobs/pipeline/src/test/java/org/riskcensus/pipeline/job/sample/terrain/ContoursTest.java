package org.riskcensus.pipeline.job.sample.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

class ContoursTest {

  private static final Field HILL = (x, y) -> StrictMath.hypot(x - 0.3, y + 0.1);

  private final Contours contours = new Contours(HILL, new Envelope(-20, 20, -20, 20), 0.25);

  @Test
  void aContourOfTheDistanceIsACircle() {
    List<Polygon> disc = contours.between(Double.NEGATIVE_INFINITY, 10);
    assertThat(disc).hasSize(1);
    assertThat(disc.get(0).getArea()).isCloseTo(Math.PI * 100, within(0.1));
  }

  @Test
  void aBandIsARingWithItsHole() {
    List<Polygon> band = contours.between(5, 10);
    assertThat(band).hasSize(1);
    assertThat(band.get(0).getNumInteriorRing()).isEqualTo(1);
    assertThat(band.get(0).getArea()).isCloseTo(Math.PI * 75, within(0.1));
  }

  @Test
  void bandsTileWithoutGapOrOverlap() {
    List<Polygon> bands = new ArrayList<>(contours.between(Double.NEGATIVE_INFINITY, 4));
    bands.addAll(contours.between(4, 7));
    bands.addAll(contours.between(7, 9));
    assertThat(CoverageValidator.isValid(bands.toArray(Polygon[]::new))).isTrue();
  }

  @Test
  void aContourThatReachesTheMarginCloses() {
    List<Polygon> cut = contours.between(Double.NEGATIVE_INFINITY, 25);
    assertThat(cut).hasSize(1);
    assertThat(cut.get(0).isValid()).isTrue();
  }
}
