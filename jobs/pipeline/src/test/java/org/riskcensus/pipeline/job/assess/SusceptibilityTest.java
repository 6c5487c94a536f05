package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.core.risk.CellFact.Kind;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * Two factors and sixty points in a county of 2000 × 1500 m; the county beside it has no layers.
 */
class SusceptibilityTest {

  private static final AssessConfig CONFIG =
      new AssessConfig(2025, CellSizes.of(200), AssessmentMethods.load());
  private static final String COUNTY = "370321";
  private static final String OTHER = "500237";

  /** A polygon of a factor as it was filed. */
  private record Mapped(String factor, String code, Geometry shape) {}

  /** Staging tables, and what is in them of the county. */
  private record World(StagingTables tables, List<Mapped> layers, List<Geometry> points) {

    void slope(String id, double degrees, String code, Geometry at) {
      layers.add(new Mapped("slope", code, at));
      add(at, "object_id", id, "factor", "slope", "value", degrees);
    }

    void rock(String id, String name, Geometry at) {
      layers.add(new Mapped("lithology", name, at));
      add(at, "object_id", id, "factor", "lithology", "factor_class", name);
    }

    private void add(Geometry at, Object... columns) {
      tables.add("geo_factor", TwoCounties.COUNTY, at, columns);
    }

    /** A point that is no hazard any more, so that it has no influence zone, and yet counts. */
    void point(double x, double y) {
      Geometry at = TwoCounties.point(x, y);
      points.add(at);
      tables.add(
          "geohazard_point",
          "370321101201",
          at,
          "object_id",
          "X" + points.size(),
          "name",
          "老滑坡",
          "kind",
          "landslide",
          "scale_grade",
          "small",
          "status",
          "written_off",
          "threatened_persons",
          0,
          "threatened_property_wan",
          0.0);
    }
  }

  private static World world;
  private static Map<String, List<Row>> made;

  @BeforeAll
  static void assess() {
    world = world(true);
    made = new TreeMap<>();
    assessed(world.tables()).forEach((name, rows) -> made.put(name, rows.collectAsList()));
  }

  /** What the assessment makes of it, without exposure and risk. */
  private static Map<String, Dataset<Row>> assessed(Inputs inputs) {
    Dataset<Row> units = inputs.staging("admin_unit");
    Dataset<Row> counties = CellPieces.ofCounties(units, CONFIG.cells()).cache();
    Susceptibility susceptibility = Susceptibility.of(inputs, CONFIG, counties);
    SusceptibilityBackground background = susceptibility.background().orElseThrow();
    Dataset<Row> points =
        HazardAreas.of(inputs, CONFIG.methods()).where("hazard = 'geohazard'").cache();
    AssessmentGrids grids = AssessmentGrids.of(inputs, CONFIG, Exposures.divisible(inputs));
    Dataset<Row> facts =
        CellFacts.of(
                counties
                    .union(CellPieces.ofUnits(new UnitTree(units).finest(), grids))
                    .union(CellPieces.ofHazards(points, grids))
                    .union(background.pieces(counties)),
                0.05,
                CONFIG.cells())
            .cache();
    Dataset<Row> cells =
        CellTables.facts(facts, Kind.COUNTY_CELL)
            .selectExpr("unit AS county_code", "cell", "subject AS main_unit");
    Dataset<Row> zones =
        Zones.of(ClassedAreas.of(susceptibility.classes(), counties, cells), CONFIG).cache();
    Map<String, String> names = Map.of("very_high", "极高易发区");
    Map<String, Dataset<Row>> tables = new TreeMap<>(susceptibility.tables(facts, units));
    tables.put("marts.method_value", susceptibility.methodValues());
    tables.put("marts.cell_hazard", CellTables.hazard(facts));
    tables.put(
        "marts.unit_hazard_object",
        UnitQuantities.hazardObjects(facts, background.names(names), units));
    tables.put(
        "marts.susceptibility_area",
        ZoneNames.add(Zones.table(zones, Zones.SUSCEPTIBILITY), units, CONFIG.methods(), names));
    tables.put("ops.zone_account", ZoneAccounts.of(zones, units));
    return tables;
  }

  private static World world(boolean whole) {
    StagingTables staged = new StagingTables(LocalSpark.session());
    new TwoCounties(staged);
    World built = new World(staged, new ArrayList<>(), new ArrayList<>());
    built.slope("S1", 5.0, "<8", TwoCounties.box(-10, -10, 470, 1510));
    built.slope("S2", 8.0, "8–15", TwoCounties.box(470, -10, 990, 1510));
    built.slope("S3", 30.0, "25–35", TwoCounties.box(990, -10, 1530, 1510));
    if (whole) {
      built.slope("S4", 50.0, "≥45", TwoCounties.box(1530, -10, 2010, 1510));
    }
    built.rock("L1", "砂岩", TwoCounties.ring(-10, -10, 2010, -10, 2010, 333, -10, 777));
    built.rock("L2", "泥岩", TwoCounties.ring(-10, 777, 2010, 333, 2010, 1510, -10, 1510));
    built.points().add(TwoCounties.point(500, 500)); // two points that the county has anyway
    built.points().add(TwoCounties.point(900, 100));
    Random random = new Random(3);
    for (int i = 0; i < 58; i++) {
      built.point(2000 * Math.sqrt(random.nextDouble()), 1500 * random.nextDouble());
    }
    return built;
  }

  private static List<Row> rows(String table, String column, Object value) {
    return made.getOrDefault(table, List.of()).stream()
        .filter(row -> value.equals(row.getAs(column)))
        .toList();
  }

  private static double of(Map<String, Double> values, String key) {
    return Objects.requireNonNull(values.get(key), key);
  }

  /** The value of each class by plain overlay: {@code ln((n/N)/(s/S))}. */
  private static Map<String, Double> byHand() {
    Map<String, Double> values = new HashMap<>();
    for (Mapped layer : world.layers()) {
      double n = world.points().stream().filter(layer.shape()::contains).count();
      double s = layer.shape().intersection(TwoCounties.OUTLINE).getArea();
      double ratio =
          (n == 0 ? 0.5 : n) / world.points().size() / (s / TwoCounties.OUTLINE.getArea());
      values.put(layer.code(), Math.log(ratio));
    }
    return values;
  }

  @Test
  void informationValuesAgreeWithPlainOverlay() {
    Map<String, Double> expected = byHand();
    List<Row> values = rows("marts.information_value", "county_code", COUNTY);
    assertThat(values).hasSize(6);
    for (Row row : values) {
      assertThat(row.<Double>getAs("information_value"))
          .as(row.toString())
          .isCloseTo(of(expected, row.<String>getAs("factor_class")), within(1e-6));
    }
    for (String factor : List.of("slope", "lithology")) {
      List<Row> own = values.stream().filter(r -> r.getAs("factor").equals(factor)).toList();
      assertThat(own.stream().mapToLong(row -> row.<Long>getAs("points")).sum()).isEqualTo(60);
      assertThat(own.stream().mapToDouble(row -> row.<Double>getAs("area_m2")).sum())
          .isCloseTo(TwoCounties.OUTLINE.getArea(), within(1e-3));
    }
  }

  @Test
  void theValueOfACellIsTheMeanByAreaSummedOverFactors() {
    Map<String, Double> values = byHand();
    List<Row> cells = rows("marts.susceptibility", "county_code", COUNTY);
    double area = 0;
    for (Row cell : cells) {
      Geometry place = Cells.square(cell.<Long>getAs("cell")).intersection(TwoCounties.OUTLINE);
      double expected = 0;
      for (Mapped layer : world.layers()) {
        double part = layer.shape().intersection(place).getArea() / place.getArea();
        expected += part * of(values, layer.code());
      }
      assertThat(cell.<Double>getAs("information_value")).isCloseTo(expected, within(1e-5));
      area += cell.<Double>getAs("area_m2");
    }
    assertThat(area).isCloseTo(TwoCounties.OUTLINE.getArea(), within(1e-3));
  }

  @Test
  void higherValuesAreOfHigherClasses() {
    List<String> order = List.of("low", "medium", "high", "very_high");
    List<Row> cells = new ArrayList<>(rows("marts.susceptibility", "county_code", COUNTY));
    cells.sort(
        (a, b) -> Double.compare(a.getAs("information_value"), b.getAs("information_value")));
    List<Integer> ranks =
        cells.stream()
            .map(row -> order.indexOf(row.<String>getAs("susceptibility_class")))
            .toList();
    assertThat(ranks).isSorted().contains(0, 1, 2, 3);
  }

  @Test
  void theReleaseKeepsTheBreaksAndHowWellTheyFit() {
    Map<String, Double> kept = new HashMap<>();
    rows("marts.method_value", "indicator", "susceptibility")
        .forEach(row -> kept.put(row.getAs("parameter"), row.<Double>getAs("value")));
    assertThat(of(kept, "from_medium")).isLessThan(of(kept, "from_high"));
    assertThat(of(kept, "from_high")).isLessThan(of(kept, "from_very_high"));
    assertThat(of(kept, "goodness_of_fit")).isBetween(0.5, 1.0);
    assertThat(of(kept, "background_very_high")).isEqualTo(0.15);
    for (Row cell : rows("marts.susceptibility", "county_code", COUNTY)) {
      boolean highest = cell.getAs("susceptibility_class").equals("very_high");
      double steps = Math.rint(cell.<Double>getAs("information_value") * 1e4) / 1e4;
      assertThat(steps >= of(kept, "from_very_high")).isEqualTo(highest);
    }
  }

  @Test
  void areasAndPointsOfAUnitAreThoseOfItsClasses() {
    Map<String, Double> units =
        Map.of(TwoCounties.COUNTY, 3e6, "370321101000", 1.5e6, "370321102202", 7.5e5);
    units.forEach(
        (unit, whole) -> {
          List<Row> classes = rows("marts.unit_susceptibility", "admin_code", unit);
          double area = classes.stream().mapToDouble(row -> row.<Double>getAs("area_m2")).sum();
          double share = classes.stream().mapToDouble(row -> row.<Double>getAs("area_pct")).sum();
          assertThat(area).isCloseTo(whole, within(1e-3));
          assertThat(share).isCloseTo(100, within(1e-9));
        });
    assertThat(
            rows("marts.unit_susceptibility", "admin_code", TwoCounties.COUNTY).stream()
                .mapToLong(row -> row.<Long>getAs("points"))
                .sum())
        .isEqualTo(60);
  }

  @Test
  void contributionsOfAUnitAddUpToItsMeanValue() {
    double mean = 0;
    for (Row cell : rows("marts.susceptibility", "county_code", COUNTY)) {
      mean += cell.<Double>getAs("information_value") * cell.<Double>getAs("area_m2");
    }
    double sum =
        rows("marts.unit_information", "admin_code", TwoCounties.COUNTY).stream()
            .mapToDouble(row -> row.<Double>getAs("contribution"))
            .sum();
    assertThat(sum).isCloseTo(mean / TwoCounties.OUTLINE.getArea(), within(1e-6));
  }

  @Test
  void areasOnTheMapTileTheCounty() {
    List<Row> areas = rows("marts.susceptibility_area", "county_code", COUNTY);
    assertThat(areas).isNotEmpty();
    assertThat(areas.stream().mapToDouble(row -> row.<Double>getAs("area_m2")).sum())
        .isCloseTo(TwoCounties.OUTLINE.getArea(), within(1e-3));
    assertThat(rows("marts.susceptibility_area", "class", "very_high"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.<String>getAs("zone_name")).contains("地质灾害极高易发区"));
    assertThat(Wkb.read(areas.get(0).<byte[]>getAs("geometry")).isValid()).isTrue();
    assertThat(rows("ops.zone_account", "map", "susceptibility_area"))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row.<Integer>getAs("flawed_zones")).isZero());
  }

  @Test
  void insideAnInfluenceZoneThePointDecidesAndOutsideTheClass() {
    Map<Long, String> classes = new HashMap<>();
    rows("marts.susceptibility", "county_code", COUNTY)
        .forEach(row -> classes.put(row.getAs("cell"), row.getAs("susceptibility_class")));
    Geometry zone =
        TwoCounties.point(500, 500).buffer(250, 8); // a medium landslide that is registered
    Map<String, Double> background = Map.of("very_high", 0.15, "high", 0.08);
    int outside = 0;
    for (Map.Entry<Long, String> cell : classes.entrySet()) {
      Geometry square = Cells.square(cell.getKey()).intersection(TwoCounties.OUTLINE);
      double covered = square.intersection(zone).getArea() / square.getArea();
      double index =
          rows("marts.cell_hazard", "cell", cell.getKey()).stream()
              .filter(row -> row.getAs("hazard").equals("geohazard"))
              .mapToDouble(row -> row.<Double>getAs("hazard_index"))
              .sum();
      if (covered == 0) {
        assertThat(index).isEqualTo(background.getOrDefault(cell.getValue(), 0.0));
        outside++;
      } else if (covered > 0.05) {
        assertThat(index).isEqualTo(0.85);
      }
    }
    assertThat(outside).isGreaterThan(20);
    assertThat(rows("marts.unit_hazard_object", "object_id", "susceptibility-very_high"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.<String>getAs("object_name")).isEqualTo("极高易发区"));
  }

  @Test
  void aCountyWithoutLayersIsToldWhyItHasNone() {
    List<Row> fits = rows("marts.susceptibility_fit", "county_code", OTHER);
    Row all = fits.stream().filter(row -> row.getAs("factor").equals("all")).findFirst().get();
    assertThat(all.<Boolean>getAs("computed")).isFalse();
    assertThat(all.<String>getAs("reason")).isEqualTo("too_few_factors");
    assertThat(all.<Long>getAs("points")).isEqualTo(1);
    assertThat(fits).filteredOn(row -> "not_filed".equals(row.getAs("reason"))).hasSize(11);
    assertThat(rows("marts.susceptibility", "county_code", OTHER)).isEmpty();
  }

  @Test
  void aLayerThatLeavesAPartOutStopsTheCountyAndSaysSo() {
    StagingTables partial = world(false).tables();
    Map<String, Dataset<Row>> found =
        susceptibility(partial).tables(noFacts(), partial.staging("admin_unit"));
    assertThat(Assessment.get(found, "marts.susceptibility").isEmpty()).isTrue();
    assertThat(Assessment.get(found, "marts.information_value").isEmpty()).isTrue();
    List<Row> reasons =
        Assessment.get(found, "marts.susceptibility_fit")
            .where("county_code = '370321' AND reason = 'not_covering'")
            .orderBy("factor")
            .collectAsList();
    assertThat(reasons)
        .extracting(row -> row.<String>getAs("factor"))
        .containsExactly("all", "slope");
    assertThat(reasons.get(1).<Double>getAs("area_m2")).isCloseTo(1530.0 * 1500, within(1e-3));
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    StagingTables other = world.tables().shuffled(9);
    Map<String, Dataset<Row>> again =
        susceptibility(other).tables(noFacts(), other.staging("admin_unit"));
    for (String table : List.of("marts.information_value", "marts.susceptibility")) {
      assertThat(texts(Assessment.get(again, table).collectAsList()))
          .isEqualTo(texts(made.getOrDefault(table, List.of())));
    }
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted().toList();
  }

  private static Susceptibility susceptibility(Inputs inputs) {
    Dataset<Row> pieces = CellPieces.ofCounties(inputs.staging("admin_unit"), CONFIG.cells());
    return Susceptibility.of(inputs, CONFIG, pieces);
  }

  private static Dataset<Row> noFacts() {
    return LocalSpark.session().createDataFrame(Arrays.<Row>asList(), CellFacts.SCHEMA);
  }
}
