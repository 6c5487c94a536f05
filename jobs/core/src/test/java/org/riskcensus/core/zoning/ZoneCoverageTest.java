package org.riskcensus.core.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.core.grid.Piece;
import org.riskcensus.core.grid.Shapes;
import org.riskcensus.core.grid.Tessellator;

class ZoneCoverageTest {

  private static final double SIDE = 100;
  private static final Map<String, Double> MINIMUM =
      Map.of("key", 10_000.0, "secondary", 20_000.0, "general", 40_000.0);
  private static final Generalisation RULES =
      new Generalisation(MINIMUM, new BorderTolerance(0.75, 250_000));

  /** Areas drawn in cells of 100 m: k key, s secondary, g general, 0–4 levels. */
  private static List<GradedArea> drawn(String... rows) {
    Map<String, List<UnitPiece>> classes = new TreeMap<>();
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length(); column++) {
        Polygon square = Cells.square(Cells.of(column * SIDE + 1, (9 - row) * SIDE + 1, 16));
        String unit = column < 3 ? "west" : "east";
        classes
            .computeIfAbsent(code(rows[row].charAt(column)), c -> new ArrayList<>())
            .add(new UnitPiece(unit, square));
      }
    }
    return areas(classes);
  }

  private static String code(char letter) {
    return switch (letter) {
      case 'k' -> "key";
      case 's' -> "secondary";
      case 'g' -> "general";
      default -> String.valueOf(letter);
    };
  }

  private static List<GradedArea> areas(Map<String, List<UnitPiece>> classes) {
    List<GradedArea> areas = new ArrayList<>();
    classes.forEach((code, pieces) -> areas.addAll(GradedAreas.of(code, pieces)));
    return areas;
  }

  private static Generalisation exact(Map<String, Double> minimum) {
    return new Generalisation(minimum, BorderTolerance.NONE);
  }

  @Test
  void aSliverJoinsTheNeighbourWithTheLongestSharedBorder() {
    // the lone secondary cell has three sides to the general area and one to the key area
    List<Zone> zones =
        ZoneCoverage.of(drawn("kkggg", "kksgg", "kkggg", "kkggg"), exact(MINIMUM), SIDE);

    assertThat(zones).extracting(Zone::code).containsExactly("general", "key");
    assertThat(zones).extracting(Zone::area).containsExactly(120_000.0, 80_000.0);
    assertThat(zones).extracting(Zone::gradedArea).containsExactly(110_000.0, 80_000.0);
    assertThat(zones).extracting(Zone::mergedArea).containsExactly(10_000.0, 0.0);
    assertThat(zones).extracting(Zone::mergedParts).containsExactly(1, 0);
    assertThat(zones.get(0).units()).isEqualTo(Map.of("west", 40_000.0, "east", 80_000.0));
  }

  @Test
  void areasThatASliverKeptApartBecomeOneZone() {
    List<Zone> zones =
        ZoneCoverage.of(drawn("ggsgg", "ggsgg"), exact(Map.of("secondary", 30_000.0)), SIDE);

    assertThat(zones).hasSize(1);
    assertThat(zones.get(0).gradedArea()).isEqualTo(80_000);
    assertThat(zones.get(0).mergedArea()).isEqualTo(20_000);
  }

  @Test
  void anAreaOfJustTheMinimumStays() {
    assertThat(ZoneCoverage.of(drawn("ggg", "gkg", "ggg"), exact(MINIMUM), SIDE))
        .extracting(Zone::code)
        .containsExactly("general", "key");
  }

  @Test
  void anAreaWithoutNeighboursStaysHoweverSmall() {
    assertThat(ZoneCoverage.of(drawn("g"), exact(MINIMUM), SIDE)).hasSize(1);
  }

  @Test
  void aLevelIsNeverJoinedToPlacesThatTheHazardDoesNotReach() {
    Generalisation rules = exact(Map.of("4", 50_000.0, "0", 50_000.0));
    List<Zone> zones = ZoneCoverage.of(drawn("000000", "004000", "000000", "000000"), rules, SIDE);
    assertThat(zones).extracting(Zone::code).containsExactly("0", "4");

    List<Zone> holes = ZoneCoverage.of(drawn("444444", "440444", "444444"), rules, SIDE);
    assertThat(holes).extracting(Zone::code).containsExactly("4");
  }

  @Test
  void stepsOfASlantedBorderBecomeALine() {
    Generalisation rules = new Generalisation(Map.of(), new BorderTolerance(0.75, 0));
    List<Zone> zones =
        ZoneCoverage.of(
            drawn("kggggg", "kkgggg", "kkkggg", "kkkkgg", "kkkkkg", "kkkkkk"), rules, SIDE);

    assertThat(zones).hasSize(2);
    Zone key = zones.get(1);
    assertThat(key.code()).isEqualTo("key");
    assertThat(key.polygon().getLength()).as("the steps are longer").isLessThan(2400 - 250);
    assertThat(key.movedArea()).isEqualTo(key.area() - 210_000);
    assertThat(zones.get(0).movedArea()).isEqualTo(-key.movedArea());
  }

  @Test
  void smallAreasKeepTheirBorder() {
    Generalisation rules = new Generalisation(Map.of(), new BorderTolerance(0.75, 40_000));
    List<Zone> zones = ZoneCoverage.of(drawn("gggg", "gkgg", "gkkg", "gggg"), rules, SIDE);
    assertThat(zones).extracting(Zone::movedArea).containsExactly(0.0, 0.0);
  }

  @Test
  void randomCountiesAreTiledAndEveryAreaIsAccountedFor() {
    Random random = new Random(11);
    for (int holes = 0; holes < 3; holes++) {
      Polygon county = Shapes.starWithHoles(random, 6000, 400, holes);
      List<GradedArea> areas = graded(county, random, 0.75);
      List<Zone> zones = ZoneCoverage.of(areas, RULES, SIDE);

      assertTiles(zones, county);
      assertThat(zones.size()).isLessThan(areas.size());
      for (Zone zone : zones) {
        assertThat(zone.gradedArea() + zone.mergedArea() + zone.movedArea())
            .isCloseTo(zone.area(), within(1e-6));
        assertThat(total(zone.units().values()))
            .isCloseTo(zone.gradedArea() + zone.mergedArea(), within(1e-3));
      }
      assertThat(zones.stream().mapToDouble(Zone::movedArea).sum()).isCloseTo(0, within(1e-3));
      assertNoSliverIsLeft(areas);
    }
  }

  private static void assertTiles(List<Zone> zones, Polygon county) {
    List<Polygon> polygons = zones.stream().map(Zone::polygon).toList();
    assertThat(Tiling.findFlaw(polygons)).isEmpty();
    assertThat(CoverageValidator.isValid(polygons.toArray(Geometry[]::new))).isTrue();
    Geometry union = UnaryUnionOp.union(polygons);
    assertThat(union.symDifference(county).getArea()).isLessThan(1e-6 * county.getArea());
    assertThat(union.getNumGeometries()).isEqualTo(1);
    assertThat(((Polygon) union).getNumInteriorRing()).isEqualTo(county.getNumInteriorRing());
  }

  /** Before smoothing, which moves areas, every zone with a neighbour has its minimum. */
  private static void assertNoSliverIsLeft(List<GradedArea> areas) {
    List<Zone> zones = ZoneCoverage.of(areas, exact(MINIMUM), SIDE);
    for (Zone zone : zones) {
      assertThat(zone.area()).isGreaterThanOrEqualTo(MINIMUM.getOrDefault(zone.code(), 0.0));
    }
    Map<String, List<Polygon>> classes =
        zones.stream()
            .collect(
                Collectors.groupingBy(
                    Zone::code, Collectors.mapping(Zone::polygon, Collectors.toList())));
    for (List<Polygon> sameClass : classes.values()) {
      assertThat(SharedBorders.of(sameClass)).allMatch(Map::isEmpty);
    }
  }

  @Test
  void theOutlineOfTheCountyKeepsEveryVertex() {
    Polygon county = Shapes.starPolygon(new Random(12), 6000, 500);
    List<GradedArea> areas = graded(county, new Random(13), 0.9);
    List<Polygon> before = Dissolve.dissolve(areas.stream().map(GradedArea::polygon).toList());
    List<Zone> zones = ZoneCoverage.of(areas, RULES, SIDE);
    List<Polygon> after = Dissolve.dissolve(zones.stream().map(Zone::polygon).toList());

    assertThat(after).hasSize(1);
    assertThat(after.get(0).norm().equalsExact(before.get(0).norm())).isTrue();
  }

  @Test
  void theOrderOfAreasAndPiecesChangesNothing() {
    Polygon county = Shapes.starPolygon(new Random(14), 5000, 300);
    List<GradedArea> areas = new ArrayList<>(graded(county, new Random(15), 0.8));
    List<Zone> zones = ZoneCoverage.of(areas, RULES, SIDE);
    Collections.shuffle(areas, new Random(16));

    List<Zone> again = ZoneCoverage.of(areas, RULES, SIDE);

    assertThat(again).hasSameSizeAs(zones);
    for (int i = 0; i < zones.size(); i++) {
      assertThat(again.get(i).polygon().equalsExact(zones.get(i).polygon())).isTrue();
      assertThat(again.get(i).code()).isEqualTo(zones.get(i).code());
      assertThat(again.get(i).mergedArea()).isEqualTo(zones.get(i).mergedArea());
    }
  }

  @Test
  void aGapOrAnOverlapIsFound() {
    List<Polygon> squares =
        new ArrayList<>(
            List.of(
                (Polygon) Shapes.wkt("POLYGON((0 0,10 0,10 10,0 10,0 0))"),
                (Polygon) Shapes.wkt("POLYGON((10 0,20 0,20 10,10 10,10 0))")));
    assertThat(Tiling.findFlaw(squares)).isEmpty();
    squares.add((Polygon) Shapes.wkt("POLYGON((19 0,30 0,30 10,19 10,19 0))"));
    assertThat(Tiling.findFlaw(squares).map(Tiling.Flaw::polygons)).contains(2);
    assertThat(Tiling.findFlaw(List.of(Shapes.wkt("POLYGON((0 0,10 10,10 0,0 10,0 0))"))))
        .hasValueSatisfying(flaw -> assertThat(flaw.reason()).contains("Self-intersection"));
  }

  @Test
  void areasBelowNothingAndTolerancesBelowNothingAreRefused() {
    assertThatThrownBy(() -> new Generalisation(Map.of("key", -1.0), BorderTolerance.NONE))
        .hasMessageContaining("minimum area of key");
    assertThatThrownBy(() -> new BorderTolerance(-0.1, 0)).hasMessageContaining("0 or more");
  }

  private static double total(Iterable<Double> areas) {
    double sum = 0;
    for (double area : areas) {
      sum += area;
    }
    return sum;
  }

  /** Classes in bands, with a share of cells strewn over them. */
  private static List<GradedArea> graded(Polygon county, Random random, double regular) {
    List<String> codes = List.of("key", "secondary", "general");
    Function<Piece, String> classOf =
        piece ->
            random.nextDouble() < regular
                ? codes.get(Math.floorMod((int) (Cells.envelope(piece.cell()).getMinX() / 1500), 3))
                : codes.get(random.nextInt(3));
    Map<String, List<UnitPiece>> classes = new TreeMap<>();
    for (Piece piece : Tessellator.pieces(county, CellGrid.ofLevel(16))) {
      classes
          .computeIfAbsent(classOf.apply(piece), c -> new ArrayList<>())
          .add(new UnitPiece("u" + Math.floorMod(piece.cell() / 64, 3), piece.shape()));
    }
    return areas(classes);
  }
}
