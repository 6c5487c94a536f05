package org.riskcensus.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.risk.CellFact.Kind;

class CellOverlayTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Geometry SQUARE = box(0, 0, 100, 100);
  private static final CellPart WHOLE = CellPart.whole(SQUARE);
  private static final UnitPart COUNTY = new UnitPart("370321", WHOLE);
  private static final UnitPart WEST = new UnitPart("370321101201", part(box(0, 0, 60, 100)));
  private static final UnitPart EAST = new UnitPart("370321102201", part(box(60, 0, 100, 100)));

  private static Geometry box(double x0, double y0, double x1, double y1) {
    return GEOMETRY.toGeometry(new Envelope(x0, x1, y0, y1));
  }

  private static CellPart part(Geometry geometry) {
    return CellPart.of(geometry);
  }

  private static HazardPart flood(String id, double index, int level, Geometry geometry) {
    return new HazardPart("flood", id, index, level, 0, part(geometry));
  }

  private static List<CellFact> run(List<HazardPart> hazards, List<ExposurePart> exposures) {
    List<CellFact> facts = new ArrayList<>();
    new CellOverlay(0.05, county -> true)
        .run(
            new CellContents(List.of(COUNTY), List.of(EAST, WEST), hazards, exposures), facts::add);
    return facts;
  }

  private static double sum(
      List<CellFact> facts, Kind kind, String unit, String hazard, int level) {
    return facts.stream()
        .filter(f -> f.kind() == kind && f.unit().equals(unit))
        .filter(f -> f.hazard().equals(hazard) && f.level() == level)
        .mapToDouble(CellFact::quantity)
        .sum();
  }

  private static CellFact only(List<CellFact> facts, Kind kind, String hazard) {
    List<CellFact> found =
        facts.stream().filter(f -> f.kind() == kind && f.hazard().equals(hazard)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void whereAreasOverlapTheHigherLevelWinsAndNothingCountsTwice() {
    List<CellFact> facts =
        run(
            List.of(flood("A", 0.6, 3, box(0, 0, 50, 50)), flood("B", 0.3, 2, box(0, 0, 80, 50))),
            List.of());
    assertThat(sum(facts, Kind.UNIT_HAZARD, WEST.code(), "flood", 3)).isEqualTo(2500);
    assertThat(sum(facts, Kind.UNIT_HAZARD, WEST.code(), "flood", 2)).isEqualTo(500);
    assertThat(sum(facts, Kind.UNIT_HAZARD, EAST.code(), "flood", 2)).isEqualTo(1000);
    assertThat(sum(facts, Kind.UNIT_FEATURES, WEST.code(), "flood", 3)).isEqualTo(2500);
    assertThat(sum(facts, Kind.UNIT_FEATURES, WEST.code(), "flood", 2)).isEqualTo(3000);
  }

  @Test
  void theCellTakesTheHighestIndexThatCoversEnoughOfIt() {
    List<HazardPart> tiny =
        List.of(flood("A", 0.9, 4, box(0, 0, 20, 20)), flood("B", 0.3, 2, box(0, 0, 50, 50)));
    CellFact cell = only(run(tiny, List.of()), Kind.CELL_HAZARD, "flood");
    assertThat(cell.level()).isEqualTo(2);
    assertThat(cell.quantity()).isEqualTo(2500);
    List<HazardPart> enough = List.of(flood("A", 0.9, 4, box(0, 0, 50, 10)), tiny.get(1));
    assertThat(only(run(enough, List.of()), Kind.CELL_HAZARD, "flood").level()).isEqualTo(4);
  }

  @Test
  void aHazardThatCoversTooLittleGivesTheCellNoneButCountsInTheUnit() {
    List<CellFact> facts = run(List.of(flood("A", 0.9, 4, box(0, 0, 20, 20))), List.of());
    assertThat(facts).noneMatch(f -> f.kind() == Kind.CELL_HAZARD);
    assertThat(sum(facts, Kind.UNIT_HAZARD, WEST.code(), "flood", 4)).isEqualTo(400);
  }

  @Test
  void theMainUnitOfACellHasTheLargestShare() {
    assertThat(only(run(List.of(), List.of()), Kind.COUNTY_CELL, "").subject())
        .isEqualTo(WEST.code());
  }

  @Test
  void aDivisibleQuantityFollowsAreaIntoUnitsAndLevels() {
    List<CellFact> facts =
        run(
            List.of(flood("A", 0.6, 3, box(0, 0, 100, 50))),
            List.of(new ExposurePart(Exposure.POPULATION, "370321", "P", 0.01, WHOLE)));
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, WEST.code(), "", 0)).isCloseTo(60, within(1e-9));
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, EAST.code(), "", 0)).isCloseTo(40, within(1e-9));
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, WEST.code(), "flood", 3)).isCloseTo(30, within(1e-9));
  }

  @Test
  void aRoadAlongASharedBorderBelongsToExactlyOneUnitAndOneLevel() {
    Geometry border =
        GEOMETRY.createLineString(
            new Coordinate[] {new Coordinate(60, 10), new Coordinate(60, 50)});
    List<CellFact> facts =
        run(
            List.of(
                flood("A", 0.6, 3, box(0, 0, 60, 100)), flood("B", 0.3, 2, box(60, 0, 100, 100))),
            List.of(new ExposurePart(Exposure.ROAD, "370321", "R", 1, part(border))));
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, WEST.code(), "", 0)).isEqualTo(40);
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, EAST.code(), "", 0)).isZero();
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, WEST.code(), "flood", 3)).isEqualTo(40);
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, WEST.code(), "flood", 2)).isZero();
  }

  @Test
  void aBuildingTakesTheHighestLevelItTouches() {
    List<CellFact> facts =
        run(
            List.of(flood("A", 0.6, 3, box(0, 0, 50, 50)), flood("B", 0.3, 2, box(0, 0, 80, 50))),
            List.of(
                new ExposurePart(Exposure.BUILDINGS, "370321", "H", 1, part(box(45, 40, 70, 60)))));
    assertThat(only(facts, Kind.TOUCH, "flood").level()).isEqualTo(3);
  }

  @Test
  void severalHazardsMakeAComprehensiveOneWithTheStrongestInEachPlace() {
    HazardPart slide = new HazardPart("geohazard", "G", 0.8, 4, 3, part(box(0, 0, 40, 50)));
    ExposurePart residents = new ExposurePart(Exposure.POPULATION, "370321", "P", 1, WHOLE);
    List<CellFact> facts =
        run(List.of(flood("A", 0.3, 2, box(0, 0, 60, 50)), slide), List.of(residents));
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, WEST.code(), "comprehensive", 4)).isEqualTo(2000);
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, WEST.code(), "comprehensive", 2)).isEqualTo(1000);
    assertThat(only(facts, Kind.CELL_HAZARD, "comprehensive").danger()).isEqualTo(3);
    assertThat(only(facts, Kind.CELL_HAZARD, "flood").danger()).isZero();
  }

  @Test
  void whereUnitsOverlapEachPlaceStillBelongsToOne() {
    UnitPart wide = new UnitPart("370321103201", part(box(40, 0, 100, 100)));
    List<CellFact> facts = new ArrayList<>();
    new CellOverlay(0.05, county -> true)
        .run(
            new CellContents(
                List.of(COUNTY),
                List.of(wide, WEST),
                List.of(),
                List.of(new ExposurePart(Exposure.GDP, "370321", "P", 1, WHOLE))),
            facts::add);
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, WEST.code(), "", 0)).isEqualTo(6000);
    assertThat(sum(facts, Kind.UNIT_EXPOSURE, wide.code(), "", 0)).isEqualTo(4000);
    assertThat(sum(facts, Kind.FILED_INSIDE, "370321", "", 0)).isEqualTo(10_000);
  }

  @Test
  void whatLiesInNoUnitIsTold() {
    List<CellFact> facts = new ArrayList<>();
    new CellOverlay(0.05, county -> true)
        .run(
            new CellContents(
                List.of(COUNTY),
                List.of(WEST),
                List.of(),
                List.of(new ExposurePart(Exposure.GDP, "500237", "P", 0.5, WHOLE))),
            facts::add);
    assertThat(sum(facts, Kind.FILED_INSIDE, "500237", "", 0)).isEqualTo(3000);
    assertThat(sum(facts, Kind.FILED_OUTSIDE, "500237", "", 0)).isEqualTo(2000);
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    Random random = new Random(3);
    List<HazardPart> hazards = new ArrayList<>();
    List<ExposurePart> exposures = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      hazards.add(flood("F" + i, (i % 4 + 1) / 4.0, i % 4 + 1, randomBox(random)));
      exposures.add(
          new ExposurePart(
              Exposure.POPULATION,
              "370321",
              "P" + i,
              random.nextDouble(),
              part(randomBox(random))));
    }
    List<CellFact> first = run(hazards, exposures);
    Collections.shuffle(hazards, random);
    Collections.shuffle(exposures, random);
    assertThat(run(hazards, exposures)).isEqualTo(first);
  }

  @Test
  void exposureInLevelsAgreesWithBruteForceOverlay() {
    Random random = new Random(11);
    for (int round = 0; round < 20; round++) {
      List<HazardPart> hazards = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        hazards.add(flood("F" + i, (i % 4 + 1) / 4.0, i % 4 + 1, randomBlob(random)));
      }
      Geometry field = randomBlob(random);
      List<CellFact> facts =
          run(hazards, List.of(new ExposurePart(Exposure.FARMLAND, "370321", "L", 1, part(field))));
      for (int level = 1; level <= 4; level++) {
        Geometry expected =
            field
                .intersection(WEST.part().geometry())
                .intersection(atLeast(hazards, level))
                .difference(atLeast(hazards, level + 1));
        assertThat(sum(facts, Kind.UNIT_EXPOSURE, WEST.code(), "flood", level))
            .isCloseTo(expected.getArea(), within(1e-6));
      }
    }
  }

  private static Geometry atLeast(List<HazardPart> hazards, int level) {
    Geometry union = GEOMETRY.createPolygon();
    for (HazardPart hazard : hazards) {
      union = hazard.level() >= level ? union.union(hazard.part().geometry()) : union;
    }
    return union;
  }

  private static Geometry randomBox(Random random) {
    double x = random.nextDouble() * 60;
    double y = random.nextDouble() * 60;
    return box(x, y, x + 40 * random.nextDouble(), y + 40 * random.nextDouble());
  }

  private static Geometry randomBlob(Random random) {
    Coordinate centre = new Coordinate(random.nextDouble() * 100, random.nextDouble() * 100);
    return GEOMETRY.createPoint(centre).buffer(10 + 30 * random.nextDouble()).intersection(SQUARE);
  }
}
