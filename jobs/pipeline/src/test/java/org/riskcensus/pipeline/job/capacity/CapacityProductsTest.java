package org.riskcensus.pipeline.job.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.zoning.Tiling;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.StagedRows;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.CapacityMethods;
import org.riskcensus.pipeline.method.CapacityMethodsReader;
import org.riskcensus.pipeline.spatial.PlaneProjection;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * A county of 8 × 4 km in one township with two villages side by side, 4 × 4 km each, with 1,000
 * and 3,000 residents. A shelter of 2,000 m² (1 km) stands in the middle of the west, a rain gauge
 * of 50 km somewhere, a water-level station without a radius, and a fire lookout with a radius of
 * 0. Another county filed neither.
 */
class CapacityProductsTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double X = 1_080_000;
  private static final double Y = 3_960_000;
  private static final String COUNTY = "370321000000";
  private static final String TOWNSHIP = "370321101000";
  private static final String WEST = "370321101201";
  private static final String EAST = "370321101202";
  private static final String OTHER = "370322000000";

  private static final Map<String, List<Row>> TABLES = new HashMap<>();

  @BeforeAll
  static void compute() {
    StagedRows given = new StagedRows(LocalSpark.session());
    unit(given, COUNTY, "county", box(0, 8));
    unit(given, TOWNSHIP, "township", box(0, 8));
    unit(given, WEST, "village", box(0, 4));
    unit(given, EAST, "village", box(4, 8));
    unit(given, OTHER, "county", box(20, 24));
    given.add("population", WEST, null, "object_id", "P1", "population", 1000.0);
    given.add("population", EAST, null, "object_id", "P2", "population", 3000.0);
    given.add("shelter", WEST, at(2, 2), "object_id", "H1", "area_m2", 2000.0);
    given.add(
        "material_depot",
        COUNTY,
        at(2, 2),
        "object_id",
        "D",
        "area_m2",
        2100.0,
        "stock_persons",
        4000);
    station(given, "M1", "rain", 50_000.0);
    station(given, "M2", "water_level", null);
    station(given, "M3", "fire", 0.0);
    officer(given, WEST, "village", "A");
    officer(given, WEST, "village", "B");
    officer(given, EAST, "village", "A");
    officer(given, COUNTY, "county", "B");
    given.add(
        "statistics_yearbook",
        COUNTY,
        null,
        "object_id",
        "Y24",
        "year",
        2024,
        "population",
        4100L,
        "urban_population",
        1000L,
        "information_covered",
        1000L);
    given.add(
        "statistics_yearbook",
        COUNTY,
        null,
        "object_id",
        "X25, the same year once more",
        "year",
        2025,
        "population",
        9000L,
        "urban_population",
        9000L,
        "information_covered",
        9000L);
    given.add(
        "statistics_yearbook",
        COUNTY,
        null,
        "object_id",
        "Y25",
        "year",
        2025,
        "population",
        4000L,
        "urban_population",
        1600L,
        "information_covered",
        3800L);
    Problems problems = new Problems();
    CapacityMethods methods =
        CapacityMethodsReader.read(SchemaFiles.load(), Contracts.load(), problems);
    problems.refuse();
    new CapacityProducts(given::table, new CapacityConfig(2025, methods))
        .tables()
        .forEach((table, rows) -> TABLES.put(table, rows.collectAsList()));
  }

  @Test
  void circleCoversItsShareOfAreaAndResidents() {
    // a circle of 1 km: 3.1416 km² of 16 km² with 1,000 residents, 62.5 a km²
    Row west = coverage(WEST, "shelter");
    assertThat(west.<Double>getAs("covered_area_m2")).isCloseTo(Math.PI * 1e6, within(4000.0));
    assertThat(west.<Double>getAs("covered_residents")).isCloseTo(62.5 * Math.PI, within(0.3));
    assertThat(west.<Double>getAs("covered_residents_pct")).isCloseTo(19.635, within(0.03));
    assertThat(west.<Long>getAs("facilities")).isEqualTo(1);
  }

  @Test
  void theGapOfAUnitIsWhatItsGapPolygonsMeasure() {
    List<Row> villages =
        rows(
            CapacityProducts.SERVICES,
            row ->
                row.getAs("covered_area_m2") != null
                    && List.of(WEST, EAST).contains(row.<String>getAs("admin_code")));
    assertThat(villages).isNotEmpty();
    for (Row row : villages) {
      double gap =
          rows(
                  CapacityProducts.AREAS,
                  part ->
                      part.getAs("class").equals("gap")
                          && part.getAs("admin_code").equals(row.getAs("admin_code"))
                          && part.getAs("service").equals(row.getAs("service")))
              .stream()
              .mapToDouble(part -> part.<Double>getAs("area_m2"))
              .sum();
      assertThat(row.<Double>getAs("gap_area_m2")).isCloseTo(gap, within(1.0));
    }
  }

  @Test
  void unitOutOfReachHasAnExplicitZero() {
    Row east = coverage(EAST, "shelter");
    assertThat(east.<Double>getAs("covered_area_m2")).isZero();
    assertThat(east.<Double>getAs("gap_residents")).isCloseTo(3000, within(1e-3));
    assertThat(east.<Long>getAs("facilities")).isZero();
    assertThat(east.<String>getAs("reason")).isNull();
  }

  @Test
  void unitsAboveAreSumsOfThoseBelow() {
    Row county = coverage(COUNTY, "shelter");
    assertThat(county.<Double>getAs("residents")).isCloseTo(4000, within(1e-3));
    for (String figure :
        List.of("area_m2", "covered_area_m2", "covered_residents", "gap_residents")) {
      double sum =
          coverage(WEST, "shelter").<Double>getAs(figure)
              + coverage(EAST, "shelter").<Double>getAs(figure);
      assertThat(county.<Double>getAs(figure)).isCloseTo(sum, within(1e-4));
      assertThat(coverage(TOWNSHIP, "shelter").<Double>getAs(figure))
          .isEqualTo(county.<Double>getAs(figure));
    }
  }

  @Test
  void serviceThatTheCountyDidNotFileIsUnknownAndNoGap() {
    Row none = coverage(OTHER, "shelter");
    assertThat(none.<String>getAs("reason")).isEqualTo("not_filed");
    assertThat(none.<Double>getAs("gap_area_m2")).isNull();
    assertThat(none.<Long>getAs("facilities")).isNull();
    assertThat(none.<Double>getAs("residents")).isNull();
    assertThat(rows(CapacityProducts.AREAS, row -> row.getAs("county_code").equals("370322")))
        .isEmpty();
  }

  @Test
  void stationsWithoutARadiusCoverNothingAndAreCounted() {
    Row level = coverage(COUNTY, "station_water_level");
    assertThat(level.<String>getAs("reason")).isEqualTo("no_reach");
    assertThat(level.<Long>getAs("facilities")).isEqualTo(1);
    assertThat(level.<Long>getAs("without_reach")).isEqualTo(1);
    assertThat(level.<Double>getAs("covered_area_m2")).isNull();
    assertThat(coverage(COUNTY, "station").<Double>getAs("covered_area_pct")).isEqualTo(100);
  }

  @Test
  void aRadiusOfZeroIsKnownAndCoversNothing() {
    Row fire = coverage(COUNTY, "station_fire");
    assertThat(fire.<String>getAs("reason")).isNull();
    assertThat(fire.<Long>getAs("without_reach")).isZero();
    assertThat(fire.<Double>getAs("covered_area_m2")).isZero();
    assertThat(fire.<Double>getAs("gap_residents")).isEqualTo(4000);
  }

  @Test
  void partsOfALayerTileTheirUnit() {
    for (String village : List.of(WEST, EAST)) {
      List<Geometry> parts = new ArrayList<>();
      rows(CapacityProducts.AREAS, is("service", "shelter").and(is("admin_code", village)))
          .forEach(row -> parts.add(Wkb.read(row.<byte[]>getAs("geometry"))));
      assertThat(parts).hasSize(village.equals(WEST) ? 2 : 1);
      Geometry unit = PlaneProjection.toLonLat(village.equals(WEST) ? box(0, 4) : box(4, 8));
      assertThat(Tiling.findFlaw(parts)).isEmpty();
      Geometry union = FACTORY.buildGeometry(parts).union();
      assertThat(union.symDifference(unit).getArea()).isLessThan(unit.getArea() * 1e-9);
    }
  }

  @Test
  void officersAreCountedByTheLevelTheyServe() {
    Row villages = officers(COUNTY, "village");
    assertThat(villages.<Long>getAs("units")).isEqualTo(2);
    assertThat(villages.<Long>getAs("posts")).isEqualTo(3);
    assertThat(villages.<Long>getAs("with_a")).isEqualTo(2);
    assertThat(villages.<Long>getAs("with_b")).isEqualTo(1);
    assertThat(villages.<Double>getAs("coverage_pct")).isEqualTo(50);
    assertThat(officers(TOWNSHIP, "township").<Long>getAs("with_none")).isEqualTo(1);
    assertThat(officers(COUNTY, "county").<Double>getAs("coverage_pct")).isZero();
    assertThat(officers(OTHER, "county").<String>getAs("reason")).isEqualTo("not_filed");
    assertThat(officers(OTHER, "county").<Long>getAs("with_none")).isNull();
  }

  @Test
  void stockIsHeldAgainstTheNeedOfTheUnit() {
    // 2,000 m² for 1,000 residents at 2 m²; for 4,000 in the county
    assertThat(resource(WEST, "shelter_short").<String>getAs("status")).isEqualTo("met");
    assertThat(resource(COUNTY, "shelter_short").<Double>getAs("coverage_pct"))
        .isCloseTo(25, within(1e-6));
    assertThat(resource(COUNTY, "shelter_short").<Double>getAs("per_head"))
        .isCloseTo(0.5, within(1e-6));
    assertThat(resource(EAST, "shelter_short").<Double>getAs("stock")).isZero();
    assertThat(resource(COUNTY, "reserve_persons").<Double>getAs("coverage_pct")).isEqualTo(80);
    assertThat(resource(COUNTY, "depot_area").<Double>getAs("coverage_pct")).isEqualTo(105);
    assertThat(resource(TOWNSHIP, "depot_area").<Double>getAs("stock")).isZero();
    // 1,600 urban residents at 2.5 m²
    assertThat(resource(COUNTY, "shelter_urban").<Double>getAs("need")).isEqualTo(4000);
  }

  @Test
  void warningsCoverThoseOfTheNewestYearbook() {
    Row warned = resource(COUNTY, "information_covered");
    assertThat(warned.<Double>getAs("stock")).isEqualTo(3800);
    assertThat(warned.<Double>getAs("coverage_pct")).isEqualTo(95);
    assertThat(warned.<String>getAs("status")).isEqualTo("met");
  }

  @Test
  void resourceNobodyFiledIsNotComputable() {
    assertThat(resource(COUNTY, "team_members").<String>getAs("reason")).isEqualTo("not_filed");
    assertThat(resource(OTHER, "reserve_persons").<String>getAs("reason")).isEqualTo("not_filed");
    assertThat(resource(OTHER, "shelter_urban").<Double>getAs("need")).isNull();
  }

  private static Row coverage(String unit, String service) {
    return one(CapacityProducts.SERVICES, "service", service, unit);
  }

  private static Row officers(String unit, String level) {
    return one(CapacityProducts.OFFICERS, "served_level", level, unit);
  }

  private static Row resource(String unit, String measure) {
    return one(CapacityProducts.RESOURCES, "measure", measure, unit);
  }

  private static Row one(String table, String column, String value, String unit) {
    List<Row> found = rows(table, is(column, value).and(is("admin_code", unit)));
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static Predicate<Row> is(String column, String value) {
    return row -> row.getAs(column).equals(value);
  }

  private static List<Row> rows(String table, Predicate<Row> wanted) {
    return Objects.requireNonNull(TABLES.get(table)).stream().filter(wanted).toList();
  }

  private static void unit(StagedRows given, String code, String level, Geometry plane) {
    given.add("admin_unit", code, plane, "level", level, "name", code);
  }

  private static void station(StagedRows given, String id, String kind, @Nullable Double radius) {
    given.add(
        "monitoring_station", EAST, at(6, 2), "object_id", id, "kind", kind, "radius_m", radius);
  }

  private static void officer(StagedRows given, String unit, String level, String post) {
    given.add(
        "information_officer", unit, null, "object_id", unit + post, "level", level, "post", post);
  }

  private static Geometry at(double eastKm, double northKm) {
    return FACTORY.createPoint(new Coordinate(X + eastKm * 1000, Y + northKm * 1000));
  }

  private static Geometry box(double westKm, double eastKm) {
    return FACTORY.toGeometry(new Envelope(X + westKm * 1000, X + eastKm * 1000, Y, Y + 4000));
  }
}
