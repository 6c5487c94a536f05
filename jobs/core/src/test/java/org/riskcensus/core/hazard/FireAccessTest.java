package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class FireAccessTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Geometry REED = GEOMETRY.toGeometry(new Envelope(0, 2000, 0, 1000));
  private static final FireAccess ACCESS =
      new FireAccess(200, Set.of("rural"), ReferenceRange.linear(2000, 12_000), Set.of("fire"));

  private static Geometry road(double... xy) {
    Coordinate[] course = new Coordinate[xy.length / 2];
    for (int i = 0; i < course.length; i++) {
      course[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return GEOMETRY.createLineString(course);
  }

  /** A road across the wetland serves 200 m on either side, 400 of its 1000 m. */
  @Test
  void whatLiesBeyondTheReachOfRoadsCounts() {
    Geometry across = road(-500, 500, 2500, 500);
    assertThat(ACCESS.beyondRoads(REED, List.of(across))).hasValueCloseTo(0.6, within(1e-9));
    assertThat(ACCESS.beyondRoads(REED, List.of(across, across)))
        .hasValueCloseTo(0.6, within(1e-9));
    Geometry along = road(-500, 0, 2500, 0);
    assertThat(ACCESS.beyondRoads(REED, List.of(across, along))).hasValueCloseTo(0.4, within(1e-9));
  }

  @Test
  void aWetlandFarFromEveryRoadIsAllBeyondAndAnotherRoadNeverMakesItWorse() {
    assertThat(ACCESS.beyondRoads(REED, List.of())).hasValue(1);
    assertThat(ACCESS.beyondRoads(REED, List.of(road(0, 1300, 2000, 1300)))).hasValue(1);
    assertThat(ACCESS.beyondRoads(REED, List.of(road(0, 1100, 2000, 1100))).orElseThrow())
        .isLessThan(1);
  }

  @Test
  void theNearestStationCountsByItsDistance() {
    Geometry near = GEOMETRY.createPoint(new Coordinate(5000, 500));
    Geometry far = GEOMETRY.createPoint(new Coordinate(30_000, 500));
    assertThat(ACCESS.stationFactor(REED, List.of(far, near))).hasValueCloseTo(0.1, within(1e-12));
    assertThat(ACCESS.stationFactor(REED, List.of(far))).hasValue(1);
    assertThat(ACCESS.stationFactor(REED, List.of())).hasValue(1);
  }

  @Test
  void whereNoRoadOrTeamWasFiledNothingIsKnown() {
    assertThat(ACCESS.beyondRoads(REED, null)).isEmpty();
    assertThat(ACCESS.stationFactor(REED, null)).isEmpty();
  }
}
