package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class ReedFireMethodTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Geometry REED = GEOMETRY.toGeometry(new Envelope(0, 2000, 0, 1000));
  private static final ReedFireMethod METHOD =
      new ReedFireMethod(
          new ReedFireMethod.Weights(0.3, 0.2, 0.3, 0.1, 0.1),
          ReferenceRange.linear(0, 20),
          ReferenceRange.linear(10, 60),
          ReferenceRange.linear(0, 5),
          new IgnitionRings(
              List.of(100.0, 300.0), List.of(1.0, 0.6), 0.1, Map.of("grave", 1.0, "road", 0.5)),
          new ReedFireMethod.Belt(200, 0.5),
          new LevelBreaks(List.of(0.25, 0.5, 0.75)));

  private static final ReedWetland WETLAND =
      new ReedWetland("R1", "370321", REED, 10.0, 35.0, 20.0, 2.0);

  private static IgnitionSource source(String kind, double x, double y) {
    return new IgnitionSource(kind, GEOMETRY.createPoint(new Coordinate(x, y)));
  }

  @Test
  void theIndexIsTheWeightedSumOfItsFactors() {
    // 0.3·10/20 + 0.2·(1 − 25/50) + 0.3·1 + 0.1·0.8 + 0.1·2/5 = 0.15 + 0.1 + 0.3 + 0.08 + 0.04
    assertThat(METHOD.index(WETLAND, 1.0)).isCloseTo(0.67, within(1e-12));
  }

  @Test
  void aFactorThatWasNotReportedLeavesWithItsWeight() {
    ReedWetland unknown = new ReedWetland("R1", "370321", REED, 10.0, null, 20.0, 2.0);
    assertThat(METHOD.index(unknown, 1.0)).isCloseTo(0.57 / 0.8, within(1e-12));
  }

  @Test
  void theIndexFallsAwayFromASourceAndAgainInTheBelt() {
    List<HazardArea> areas = METHOD.assess(WETLAND, List.of(source("grave", 1000, 500)));
    assertThat(areas).extracting(HazardArea::index).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(areas).hasSize(4);
    assertThat(areas.get(0).geometry().getArea()).isCloseTo(Math.PI * 1e4, within(1e3));
    assertThat(areas.get(3).index()).isCloseTo(0.5 * 0.4, within(1e-12));
  }

  @Test
  void ringsAndBeltDoNotOverlapAndTileTheWetland() {
    List<HazardArea> areas =
        METHOD.assess(
            WETLAND,
            List.of(source("grave", 900, 500), source("road", 1000, 500), source("road", 0, -80)));
    double sum = areas.stream().mapToDouble(area -> area.geometry().getArea()).sum();
    Geometry union = OverlayNGRobust.union(areas.stream().map(HazardArea::geometry).toList());
    assertThat(union.getArea()).isCloseTo(sum, within(1e-3));
    assertThat(union.getArea()).isCloseTo(REED.buffer(200).getArea(), within(1e-3));
  }

  @Test
  void theHigherScoreWinsWhereRingsOverlap() {
    List<HazardArea> areas =
        METHOD.assess(WETLAND, List.of(source("road", 1000, 500), source("grave", 1010, 500)));
    Geometry best = areas.get(0).geometry();
    assertThat(best.contains(GEOMETRY.createPoint(new Coordinate(1000, 500)))).isTrue();
    assertThat(areas.get(0).index()).isCloseTo(0.67, within(1e-12));
  }
}
