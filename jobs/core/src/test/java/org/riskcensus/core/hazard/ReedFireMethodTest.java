package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.core.hazard.ReedFireMethod.Factor;

class ReedFireMethodTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Geometry REED = GEOMETRY.toGeometry(new Envelope(0, 2000, 0, 1000));
  private static final IgnitionRings RINGS =
      new IgnitionRings(
          List.of(100.0, 300.0), List.of(1.0, 0.6), 0.1, Map.of("grave", 1.0, "road", 0.5));
  private static final LevelBreaks LEVELS = new LevelBreaks(List.of(0.25, 0.5, 0.75));
  private static final ReedFireMethod METHOD =
      new ReedFireMethod(
          Map.of(
              Factor.FUEL, 0.3,
              Factor.DRYNESS, 0.2,
              Factor.IGNITION, 0.3,
              Factor.COVER, 0.1,
              Factor.HISTORY, 0.1),
          ranges(null),
          null,
          null,
          RINGS,
          new ReedFireMethod.Belt(200, 0.5),
          LEVELS);
  private static final ReedFireMethod WHOLE =
      new ReedFireMethod(
          Map.of(
              Factor.FUEL, 0.2,
              Factor.DRYNESS, 0.15,
              Factor.SEASON, 0.1,
              Factor.IGNITION, 0.25,
              Factor.COVER, 0.05,
              Factor.BREAKS, 0.05,
              Factor.ACCESS, 0.05,
              Factor.RESPONSE, 0.05,
              Factor.HISTORY, 0.1),
          ranges(ReferenceRange.linear(0, 40)),
          new ReedSeason(ReferenceRange.linear(0, 8), 4, 0.2),
          new FireAccess(200, Set.of("rural"), ReferenceRange.linear(2000, 12_000), Set.of("fire")),
          RINGS,
          new ReedFireMethod.Belt(200, 0.5),
          LEVELS);

  private static final ReedWetland WETLAND = wetland(35.0, null, null, null);
  private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

  private static ReedFireMethod.Ranges ranges(@Nullable ReferenceRange breaks) {
    return new ReedFireMethod.Ranges(
        ReferenceRange.linear(0, 20),
        ReferenceRange.linear(10, 60),
        ReferenceRange.linear(0, 5),
        breaks);
  }

  private static ReedWetland wetland(
      @Nullable Double moisture,
      @Nullable DrySeason season,
      @Nullable LocalDate harvest,
      @Nullable Double breaks) {
    return new ReedWetland(
        "R1",
        "370321",
        REED,
        new ReedWetland.Fuel(10.0, moisture, harvest),
        season,
        20.0,
        breaks,
        2.0);
  }

  private static final DrySeason WINTER = new DrySeason(11, 6);

  /** A road across the middle of the wetland and a fire station 3000 m east of it. */
  private static final ReedSurroundings SERVED =
      new ReedSurroundings(
          List.of(),
          List.of(
              GEOMETRY.createLineString(
                  new Coordinate[] {new Coordinate(-500, 500), new Coordinate(2500, 500)})),
          List.of(GEOMETRY.createPoint(new Coordinate(5000, 500))));

  private static final ReedSurroundings UNKNOWN = ReedSurroundings.of(List.of());

  private static double index(
      ReedFireMethod method, ReedWetland wetland, ReedSurroundings around, double ignition) {
    return method.index(method.known(wetland, around), ignition);
  }

  private static IgnitionSource source(String kind, double x, double y) {
    return new IgnitionSource(kind, GEOMETRY.createPoint(new Coordinate(x, y)));
  }

  private static List<HazardArea> assess(IgnitionSource... sources) {
    return METHOD.assess(WETLAND, ReedSurroundings.of(List.of(sources)));
  }

  @Test
  void theIndexIsTheWeightedSumOfItsFactors() {
    // 0.3·10/20 + 0.2·(1 − 25/50) + 0.3·1 + 0.1·0.8 + 0.1·2/5 = 0.15 + 0.1 + 0.3 + 0.08 + 0.04
    assertThat(index(METHOD, WETLAND, UNKNOWN, 1.0)).isCloseTo(0.67, within(1e-12));
  }

  /**
   * Cut on new year's day after 2 of 6 months: 1/3 + 2/3 · 0.2 of the fuel stands, 0.5 · 7/15. 4000
   * m of breaks in 200 ha are 20 m/ha. 0.2 · 7/30 + 0.15 · 0.5 + 0.1 · 6/8 + 0.25 · 1 + 0.05 · 0.8
   * + 0.05 · 0.5 + 0.05 · 0.6 + 0.05 · 0.1 + 0.1 · 0.4 = 7/150 + 0.54.
   */
  @Test
  void seasonHarvestBreaksAndAccessCount() {
    ReedWetland reed = wetland(35.0, WINTER, NEW_YEAR, 4000.0);
    Map<Factor, Double> expected = new EnumMap<>(Factor.class);
    expected.put(Factor.FUEL, 7.0 / 30);
    expected.put(Factor.DRYNESS, 0.5);
    expected.put(Factor.SEASON, 0.75);
    expected.put(Factor.COVER, 0.8);
    expected.put(Factor.BREAKS, 0.5);
    expected.put(Factor.ACCESS, 0.6);
    expected.put(Factor.RESPONSE, 0.1);
    expected.put(Factor.HISTORY, 0.4);
    Map<Factor, Double> known = WHOLE.known(reed, SERVED);
    assertThat(known.keySet()).isEqualTo(expected.keySet());
    known.forEach(
        (factor, value) ->
            assertThat(value)
                .as(factor.code())
                .isCloseTo(expected.getOrDefault(factor, Double.NaN), within(1e-9)));
    assertThat(WHOLE.index(known, 1.0)).isCloseTo(7.0 / 150 + 0.54, within(1e-9));
  }

  @Test
  void aFactorThatWasNotReportedLeavesWithItsWeight() {
    assertThat(index(METHOD, wetland(null, null, null, null), UNKNOWN, 1.0))
        .isCloseTo(0.57 / 0.8, within(1e-12));
    // without season, breaks, roads and stations: 0.2·0.5 + 0.15·0.5 + 0.25 + 0.05·0.8 + 0.1·0.4
    assertThat(index(WHOLE, WETLAND, UNKNOWN, 1.0)).isCloseTo(0.505 / 0.75, within(1e-12));
  }

  @Test
  void aHarvestThatIsNotKnownLeavesTheFuelAsItWasFiled() {
    ReedWetland uncut = wetland(35.0, WINTER, null, null);
    ReedWetland noSeason = wetland(35.0, null, NEW_YEAR, null);
    assertThat(WHOLE.known(uncut, UNKNOWN)).containsEntry(Factor.FUEL, 0.5);
    assertThat(WHOLE.known(noSeason, UNKNOWN)).containsEntry(Factor.FUEL, 0.5);
  }

  @Test
  void theIndexFallsWithAnEarlierCutMoreBreaksAndAShorterSeason() {
    double here = index(WHOLE, wetland(35.0, WINTER, NEW_YEAR, 4000.0), SERVED, 0.4);
    LocalDate earlier = LocalDate.of(2024, 12, 1);
    DrySeason shorter = new DrySeason(11, 4);
    assertThat(index(WHOLE, wetland(35.0, WINTER, earlier, 4000.0), SERVED, 0.4)).isLessThan(here);
    assertThat(index(WHOLE, wetland(35.0, WINTER, NEW_YEAR, 5000.0), SERVED, 0.4)).isLessThan(here);
    assertThat(index(WHOLE, wetland(35.0, shorter, null, 4000.0), SERVED, 0.4))
        .isLessThan(index(WHOLE, wetland(35.0, WINTER, null, 4000.0), SERVED, 0.4));
  }

  @Test
  void theIndexFallsAwayFromASourceAndAgainInTheBelt() {
    List<HazardArea> areas = assess(source("grave", 1000, 500));
    assertThat(areas).extracting(HazardArea::index).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(areas).hasSize(4);
    assertThat(areas.get(0).geometry().getArea()).isCloseTo(Math.PI * 1e4, within(1e3));
    assertThat(areas.get(3).index()).isCloseTo(0.5 * 0.4, within(1e-12));
    assertThat(areas.get(0).factors()).containsEntry("ignition", 1.0).containsEntry("fuel", 0.5);
    assertThat(areas.get(3).factors()).containsEntry("ignition", 0.1).doesNotContainKey("season");
  }

  @Test
  void ringsAndBeltDoNotOverlapAndTileTheWetland() {
    List<HazardArea> areas =
        assess(source("grave", 900, 500), source("road", 1000, 500), source("road", 0, -80));
    double sum = areas.stream().mapToDouble(area -> area.geometry().getArea()).sum();
    Geometry union = OverlayNGRobust.union(areas.stream().map(HazardArea::geometry).toList());
    assertThat(union.getArea()).isCloseTo(sum, within(1e-3));
    assertThat(union.getArea()).isCloseTo(REED.buffer(200).getArea(), within(1e-3));
  }

  @Test
  void theHigherScoreWinsWhereRingsOverlap() {
    List<HazardArea> areas = assess(source("road", 1000, 500), source("grave", 1010, 500));
    Geometry best = areas.get(0).geometry();
    assertThat(best.contains(GEOMETRY.createPoint(new Coordinate(1000, 500)))).isTrue();
    assertThat(areas.get(0).index()).isCloseTo(0.67, within(1e-12));
  }
}
