package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * The first of {@link TwoCounties} with a neighbour to its east, each on cells of its own side.
 * Hazards, a road, fields and a building of each reach over their common border.
 */
class CellSizeByCountyTest {

  private static final String WEST = "370321";
  private static final String EAST = "370306";
  private static final String CODE = EAST + "000000";
  private static final AssessmentMethods METHODS = AssessmentMethods.load();

  private final StagingTables world = world();

  private static StagingTables world() {
    StagingTables tables = new TwoCounties(new StagingTables(LocalSpark.session())).tables;
    Geometry all = TwoCounties.ring(2000, 0, 3500, 100, 3500, 1500, 2000, 1500, 2000, 750);
    tables.add("admin_unit", CODE, all, "name", "邻县", "level", "county");
    tables.add("admin_unit", EAST + "101000", all, "name", "邻镇", "level", "township");
    flood(tables, "F3", TwoCounties.box(1800, 300, 2700, 900));
    tables.add("population", CODE, all, "object_id", "P", "population", 900.0);
    tables.add(
        "farmland",
        CODE,
        TwoCounties.box(1900, 1000, 2400, 1700),
        "object_id",
        "L",
        "area_ha",
        15.0);
    building(tables, "N1", TwoCounties.box(2100, 500, 2112, 509));
    building(tables, "N2", TwoCounties.box(1950, 500, 1962, 509));
    tables.add(
        "road",
        CODE,
        TwoCounties.box(1500, 200, 2600, 1400).getBoundary().getGeometryN(0),
        "object_id",
        "W",
        "grade",
        "county");
    return tables;
  }

  private static void flood(StagingTables tables, String id, Geometry shape) {
    tables.add(
        "flood_extent",
        CODE,
        shape,
        "object_id",
        id,
        "flood_type",
        "river",
        "depth_m",
        1.7,
        "return_period_a",
        10);
  }

  private static void building(StagingTables tables, String id, Geometry shape) {
    tables.add(
        "building",
        EAST + "101000",
        shape,
        "object_id",
        id,
        "structure",
        "adobe",
        "floors",
        1,
        "floor_area_m2",
        80.0,
        "built_year",
        1980,
        "use",
        "dwelling",
        "value_wan",
        8.0);
  }

  /** What lies in the cells, in one fact a row. */
  private List<Row> facts(CellSizes sizes) {
    AssessConfig config = new AssessConfig(2025, sizes, METHODS);
    Dataset<Row> found =
        Assessment.facts(
            world,
            config,
            HazardAreas.of(world, METHODS),
            Exposures.divisible(world),
            CellPieces.ofCounties(world.staging("admin_unit"), sizes));
    Dataset<Row> objects =
        Exposures.indivisible(world, sizes)
            .selectExpr(
                "cell",
                "'OBJECT' AS kind",
                "unit",
                "'' AS hazard",
                "0 AS level",
                "0.0 AS index",
                "0 AS danger",
                "concat(object_id, exposure) AS subject",
                "quantity");
    return found.union(objects).collectAsList();
  }

  /** Facts of a county, but for where each part of what it filed was found. */
  private static List<String> of(String county, List<Row> facts) {
    return facts.stream()
        .filter(row -> row.<String>getAs("unit").startsWith(county))
        .filter(row -> !row.<String>getAs("kind").startsWith("FILED"))
        .map(Row::toString)
        .sorted()
        .toList();
  }

  /** Quantities that a county filed, by what they are and whether they lie in a unit. */
  private static Map<String, Double> filed(String county, List<Row> facts) {
    Map<String, Double> sums = new TreeMap<>();
    for (Row row : facts) {
      String kind = row.getAs("kind");
      if (kind.startsWith("FILED") && row.getAs("unit").equals(county)) {
        sums.merge(kind + " " + row.getAs("subject"), row.getAs("quantity"), Double::sum);
      }
    }
    return sums;
  }

  /** What a county filed may lie in cells of two sides; sums are then equal but for rounding. */
  private static void assertSameFiled(String county, List<Row> both, List<Row> alone) {
    Map<String, Double> found = filed(county, both);
    Map<String, Double> expected = filed(county, alone);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    assertThat(found.keySet()).anyMatch(key -> key.startsWith("FILED_OUTSIDE"));
    expected.forEach(
        (key, quantity) ->
            assertThat(found.get(key)).as(key).isCloseTo(quantity, within(1e-9 * quantity)));
  }

  @Test
  void eachCountyHasTheCellsThatItHasWhereAllHaveItsSide() {
    assertSameCells(100, 200);
  }

  @Test
  @Tag("long")
  void alsoWhereOneSideIsNoMultipleOfTheOther() {
    assertSameCells(1000, 30);
  }

  private void assertSameCells(int west, int east) {
    List<Row> both = facts(CellSizes.of(west, Map.of(EAST, east)));
    List<Row> allWest = facts(CellSizes.of(west));
    List<Row> allEast = facts(CellSizes.of(east));
    assertThat(of(WEST, both)).isEqualTo(of(WEST, allWest)).hasSizeGreaterThan(50);
    assertThat(of(EAST, both)).isEqualTo(of(EAST, allEast)).hasSizeGreaterThan(50);
    assertSameFiled(WEST, both, allWest);
    assertSameFiled(EAST, both, allEast);
  }

  private static List<String> rows(Dataset<Row> table, String county) {
    String code = List.of(table.columns()).contains("county_code") ? "county_code" : "admin_code";
    return table.where(col(code).startsWith(county)).collectAsList().stream()
        .map(CellSizeByCountyTest::text)
        .sorted()
        .toList();
  }

  private static String text(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      text.append(value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value).append(';');
    }
    return text.toString();
  }

  private Map<String, Dataset<Row>> tables(CellSizes sizes) {
    return new Assessment(world, new AssessConfig(2025, sizes, METHODS)).tables();
  }

  @ParameterizedTest
  @CsvSource({"100, 200", "1000, 30"})
  @Tag("long")
  void eachCountyComesOutAsWhereAllHaveItsSide(int west, int east) {
    Map<String, Dataset<Row>> both = tables(CellSizes.of(west, Map.of(EAST, east)));
    Map<String, Dataset<Row>> allWest = tables(CellSizes.of(west));
    Map<String, Dataset<Row>> allEast = tables(CellSizes.of(east));
    both.forEach(
        (name, table) -> {
          if (!name.equals("ops.exposure_account")) {
            assertThat(rows(table, WEST)).as(name).isEqualTo(rows(allWest.get(name), WEST));
            assertThat(rows(table, EAST)).as(name).isEqualTo(rows(allEast.get(name), EAST));
          }
        });
    for (Row account : both.get("ops.exposure_account").collectAsList()) {
      double total = account.getAs("total");
      assertThat(account.<Double>getAs("difference"))
          .as(account.toString())
          .isCloseTo(0, within(1e-6 * total));
    }
  }

  /** In squares of 10 m, the greatest that tile both. */
  @Test
  void cellsCountByTheirGround() {
    CellSizes sizes = CellSizes.of(30, Map.of(EAST, 40));
    assertThat(sizes.weight(WEST)).isEqualTo(9);
    assertThat(sizes.weight(EAST)).isEqualTo(16);
    assertThat(CellSizes.of(30).weight(WEST)).isEqualTo(1);
  }
}
