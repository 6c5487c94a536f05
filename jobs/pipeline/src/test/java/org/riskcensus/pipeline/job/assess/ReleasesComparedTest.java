package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.job.assess.change.ChangeConfig;
import org.riskcensus.pipeline.job.assess.change.ChangeJob;
import org.riskcensus.pipeline.job.assess.change.ChangeOutput;
import org.riskcensus.pipeline.job.assess.change.Changes;
import org.riskcensus.pipeline.job.publish.PublishJob;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.method.FiveLevels;
import org.riskcensus.pipeline.method.OldMethods;
import org.riskcensus.pipeline.progress.Progress;

/**
 * Two releases of a county of 1600 × 800 m with 5000 residents a km² and nothing else known, so
 * that E = 0.5, V = 0.5, C = 0. In 2024 the west floods by a rare shallow flood (H 0.1, R 0.025,
 * level 2) up to x = 600. In 2025 a deep frequent one (H 0.75, R 0.1875, level 4) comes up to x =
 * 200, the border of the townships moves from x = 800 to x = 400, and 0.025 is at level 3 by the
 * new breaks.
 */
@Tag("long")
class ReleasesComparedTest {

  private static final String WEST = "370321101000";
  private static final String EAST = "370321102000";
  private static final double X = 1_100_000;
  private static final double Y = 4_050_000;
  private static final double WIDTH = 1600;

  @TempDir static Path directory;
  private static SparkSession spark;
  private static Map<String, Row> changes;

  @BeforeAll
  static void releaseTwice() {
    spark = TestLake.session(directory.resolve("lake"));
    SchemaFiles old = SchemaFiles.load();
    String levels = old.text("methods/levels.yaml");
    String breaks = "[0.02, 0.045, 0.07]";
    assertThat(levels).contains(breaks);
    Map<String, String> changed =
        Map.of("methods/levels.yaml", levels.replace(breaks, "[0.01, 0.02, 0.07]"));
    release(2024, county(800, false), old);
    release(2025, county(400, true), old.with(changed));
    release(2026, county(400, true), FiveLevels.files());
    String reporting = old.text("methods/report.yaml") + "# told otherwise\n";
    String runs = old.text("methods/sensitivity.yaml").replace("value: 200\n", "value: 20\n");
    release(
        2027,
        county(400, true),
        FiveLevels.files()
            .with(Map.of("methods/report.yaml", reporting, "methods/sensitivity.yaml", runs)));
    StagingTables swift = county(400, false);
    flood(swift, "F3", box(0, 600), 0.3, 100, "velocity_ms", 2.5);
    release(2028, swift, OldMethods.files("flood-1"));
    release(2029, swift, SchemaFiles.load());
    release(2030, county(800, false), old, 90);
    ChangeConfig config = new ChangeConfig(2024, 2025, "", Optional.of("flood"));
    changes =
        new ChangeJob(spark, Contracts.load(), config, Progress.SILENT)
            .run().units().collectAsList().stream()
                .collect(
                    java.util.stream.Collectors.toMap(row -> row.getAs("admin_code"), row -> row));
  }

  private static StagingTables county(double border, boolean deepFlood) {
    StagingTables tables = new StagingTables(spark);
    Geometry all = box(0, WIDTH);
    tables.add("admin_unit", "370321000000", all, "name", "甲县", "level", "county");
    tables.add("admin_unit", WEST, box(0, border), "name", "西镇", "level", "township");
    tables.add("admin_unit", EAST, box(border, WIDTH), "name", "东镇", "level", "township");
    tables.add(
        "population",
        "370321000000",
        all,
        "object_id",
        "P",
        "population",
        5000 * all.getArea() / 1e6);
    flood(tables, "F1", box(0, 600), 0.3, 100);
    if (deepFlood) {
      flood(tables, "F2", box(0, 200), 1.2, 5);
    }
    return tables;
  }

  private static void flood(
      StagingTables tables, String id, Geometry shape, double depth, int period, Object... more) {
    List<Object> values =
        new ArrayList<>(
            List.of(
                "object_id",
                id,
                "flood_type",
                "river",
                "depth_m",
                depth,
                "return_period_a",
                period));
    values.addAll(List.of(more));
    tables.add("flood_extent", "370321000000", shape, values.toArray());
  }

  /** A centimetre within the grid lines, so that no cell is touched by rounding alone. */
  private static Geometry box(double west, double east) {
    return new GeometryFactory()
        .toGeometry(
            new Envelope(
                X + (west == 0 ? 0.01 : west),
                X + east - (east == WIDTH || east == 600 || east == 200 ? 0.01 : 0),
                Y + 0.01,
                Y + 799.99));
  }

  private static void release(int year, StagingTables staging, SchemaFiles schemas) {
    release(year, staging, schemas, 200);
  }

  private static void release(int year, StagingTables staging, SchemaFiles schemas, int side) {
    AssessmentMethods methods = AssessmentMethods.load(schemas);
    Run run =
        new Run(
            "run-" + year,
            "test",
            year,
            LocalDate.of(year, 12, 31),
            List.of("370321"),
            methods.version());
    Lake lake = Lake.open(spark, Contracts.load(), run);
    for (String table : List.of("admin_unit", "population", "flood_extent")) {
      lake.replaceYear(
          "staging." + table,
          year,
          staging
              .staging(table)
              .withColumn("census_year", lit(year))
              .withColumn("source_id", lit("s"))
              .withColumn("submission_id", lit("s"))
              .withColumn("file", lit("f"))
              .withColumn("row_number", lit(1L))
              .withColumn("qc_status", lit("ok"))
              .withColumn("sensitivity", lit("L1")));
    }
    AssessJob.run(
        lake.step(), new AssessConfig(year, CellSizes.of(side), methods, schemas), Progress.SILENT);
    PublishJob.run(lake, "甲县普查", true, Progress.SILENT);
  }

  private static void assertSteps(String unit, String cause, Integer... levels) {
    Row row = changes.get(unit);
    for (int i = 0; i < levels.length; i++) {
      assertThat(row.<Integer>getAs("level_" + i)).as(unit + " step " + i).isEqualTo(levels[i]);
    }
    assertThat(row.<String>getAs("cause")).isEqualTo(cause);
    double parts =
        row.<Double>getAs("index_0")
            + row.<Double>getAs("by_data")
            + row.<Double>getAs("by_boundary")
            + row.<Double>getAs("by_method");
    assertThat(parts).isCloseTo(row.<Double>getAs("index_3"), within(1e-12));
  }

  @Test
  void aDeeperFloodIsACauseInTheData() {
    assertSteps(WEST, "data", 2, 4, 4, 4);
    assertSteps("370321000000", "data", 2, 4, 4, 4);
    assertThat(changes.get(WEST).<Double>getAs("by_data")).isCloseTo(0.040625, within(1e-4));
  }

  @Test
  void aMovedBorderAndNewBreaksAreCausesOfTheirOwn() {
    assertSteps(EAST, "boundary+method", 1, 1, 2, 3);
    assertThat(changes.get(EAST).<Double>getAs("by_boundary"))
        .isCloseTo(0.025 * 200 / 1200, within(1e-4));
    assertThat(changes.get(WEST).<Double>getAs("by_boundary")).isCloseTo(0.046875, within(1e-4));
    assertThat(changes.get(EAST).<Double>getAs("by_method")).isCloseTo(0, within(1e-9));
  }

  @Test
  void cellsTellTheSameCauses() {
    ChangeConfig config = new ChangeConfig(2024, 2025, "", Optional.of("flood"));
    List<Row> areas =
        new ChangeJob(spark, Contracts.load(), config, Progress.SILENT)
            .run()
            .cells()
            .where("change <> 'unchanged'")
            .groupBy("level_0", "level_3", "cause")
            .sum("area_m2")
            .orderBy("level_3")
            .collectAsList();
    assertThat(areas).extracting(row -> row.getString(2)).containsExactly("method", "data");
    assertThat(areas.get(0).getDouble(3)).isCloseTo(400 * 800, within(50.0));
    assertThat(areas.get(1).getDouble(3)).isCloseTo(200 * 800, within(50.0));
  }

  @Test
  void aReleaseAssessedAgainByItsOwnMethodIsTheRelease() {
    List<Row> published =
        spark
            .sql(
                "SELECT admin_code, hazard, mean_risk_index, risk_level FROM marts.unit_risk"
                    + " WHERE census_year = 2024 ORDER BY admin_code, hazard")
            .collectAsList();
    List<Row> again =
        Reassessment.of(
                table -> spark.table("staging." + table).where("census_year = 2024"),
                new AssessConfig(2024, CellSizes.of(200), AssessmentMethods.load()))
            .unitRisk()
            .select("admin_code", "hazard", "mean_risk_index", "risk_level")
            .orderBy("admin_code", "hazard")
            .collectAsList();
    assertThat(again).isEqualTo(published);
  }

  /** 0.1875 is at 4 of four before and at 5 of five after: no number, but a name each. */
  @Test
  void levelsOfDifferentScalesHaveTheirOwnNamesAndAreNotCompared() throws IOException {
    Changes changes = between(2025, 2026);
    Path csv = directory.resolve("changes.csv");
    new ChangeOutput(changes, Contracts.load(), Language.ZH).write(csv, false);
    assertThat(Files.readAllLines(csv))
        .anyMatch(line -> line.contains(WEST) && line.contains("高风险,高风险,高风险,高风险,不可比,方法"))
        .anyMatch(line -> line.contains(EAST) && line.contains("较高风险,较高风险,较高风险,中风险,不可比"))
        .noneMatch(line -> line.contains("无变化") || line.contains("升高") || line.contains("降低"));
  }

  @Test
  void whatDoesNotDecideRiskIsNoChangeOfTheMethod() {
    assertThat(between(2026, 2027).units().where("cause <> ''").isEmpty()).isTrue();
    assertThat(between(2026, 2027).causes()).hasSize(1);
  }

  /** 0.3 m once in 100 years is 0.10 by version 1; 2.5 m/s make it class 4, 0.50, by version 2. */
  @Test
  void aVelocityThatTheOldMethodDidNotAskForIsACauseInTheMethod() {
    Map<String, Row> units = new HashMap<>();
    between(2028, 2029)
        .units()
        .collectAsList()
        .forEach(row -> units.put(row.getAs("admin_code"), row));
    Row west = units.get(WEST);
    assertThat(west.<String>getAs("cause")).isEqualTo("method");
    assertThat(west.<Double>getAs("index_0")).isCloseTo(0.025, within(1e-4));
    assertThat(west.<Double>getAs("by_data")).isZero();
    assertThat(west.<Double>getAs("by_method")).isCloseTo(0.1, within(1e-4));
  }

  /**
   * The same data on cells of 90 m: cells of 200 m end where the flood ends, at x = 600, those of
   * 90 m at x = 610. So a strip of 10 m has another level, and its cause is the method.
   */
  @Test
  void otherCellsAreComparedByUnitAndGroundAndAreAChangeOfMethod() throws IOException {
    Changes changes = between(2024, 2030);
    assertThat(changes.causes()).hasSize(2);
    double strip = (lastColumn(90) - 600) * 800;
    Row changed =
        changes
            .cells()
            .where("change <> 'unchanged'")
            .groupBy("level_0", "level_3", "cause")
            .agg(sum("area_m2"))
            .collectAsList()
            .get(0);
    assertThat(changed.toSeq().take(3).mkString(",")).isEqualTo("0,2,method");
    assertThat(changed.getDouble(3)).isCloseTo(strip, within(20.0));
    assertThat(changes.cells().agg(sum("area_m2")).first().getDouble(0))
        .as("what either release reaches")
        .isCloseTo(lastColumn(90) * 800, within(50.0));
    ChangeOutput output = new ChangeOutput(changes, Contracts.load(), Language.ZH);
    Path csv = directory.resolve("areas.csv");
    output.write(csv, true);
    assertThat(Files.readAllLines(csv))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("370321,洪涝,灾害不及,中风险,风险升高,方法,,");
    Path geojson = directory.resolve("areas.geojson");
    output.write(geojson, true);
    assertThat(Files.readString(geojson)).contains("method", "MultiPolygon");
    StringWriter text = new StringWriter();
    output.print(new PrintWriter(text), 50);
    assertThat(text.toString()).contains("评估网格边长不同：370321 由 200 米改为 90 米", "网格编号不可比");
  }

  /** East border of the cells that hold x = 600, from the west border of the county. */
  private static double lastColumn(int side) {
    return Math.ceil((X + 599.99) / side) * side - X;
  }

  private static Changes between(int from, int to) {
    ChangeConfig config = new ChangeConfig(from, to, "", Optional.of("flood"));
    return new ChangeJob(spark, Contracts.load(), config, Progress.SILENT).run();
  }
}
