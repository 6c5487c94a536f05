package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.expected.ExpectedTable;
import org.riskcensus.pipeline.job.assess.change.ChangeConfig;
import org.riskcensus.pipeline.job.assess.change.ChangeJob;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * The main job on the sample census, run as a user runs it and held against the results that the
 * sample's generator knows without the pipeline.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleCensusTest {

  private static final Path SAMPLES = CensusProcess.projectRoot().resolve("data-samples");
  private static final List<Integer> YEARS = List.of(2024, 2025);

  @TempDir static Path directory;
  private static Path lake;
  private static Path out;
  private static CensusProcess.Outcome demo;
  private static SparkSession spark;

  @BeforeAll
  static void runTheDemo() throws IOException, InterruptedException {
    lake = directory.resolve("a lake");
    out = directory.resolve("out");
    demo = CensusProcess.run("demo", "--lake", lake.toString(), "--out", out.toString());
    spark = TestLake.session(lake);
  }

  @Test
  @Order(1)
  void theDemoEndsWellAndSaysWhatItMade() {
    assertThat(demo.status()).as(demo.output()).isZero();
    assertThat(demo.output())
        .contains("census year 2024", "census year 2025", "marts.zone", "balanced")
        .doesNotContain("NOT BALANCED");
    assertThat(out.resolve("2025/zone.gpkg")).isNotEmptyFile();
    assertThat(out.resolve("2025/loss_by_unit_year.xlsx")).isNotEmptyFile();
    assertThat(out.resolve("2025/maps/370321_comprehensive_level.png")).isNotEmptyFile();
    assertThat(out.resolve("2025/maps/500237_geohazard_zone.png")).isNotEmptyFile();
    assertThat(out.resolve("2025/maps/370321_shelter_coverage.png")).isNotEmptyFile();
    assertThat(out.resolve("2025/flood_zone.gpkg")).isNotEmptyFile();
    assertThat(out.resolve("2025/maps/370321_flood_flood_zone.png")).isNotEmptyFile();
    assertThat(out.resolve("2025/report/report_370321000000_2025.html")).isNotEmptyFile();
    assertThat(demo.output()).contains("report/report_370321000000_2025.xlsx");
  }

  @Test
  @Order(2)
  void exactlyTheSeededDefectsAreFound() throws IOException {
    ExpectedTable expected =
        ExpectedTable.read(
            SAMPLES.resolve("expected/findings.csv"),
            "census_year",
            "source_id",
            "row_number",
            "rule",
            "severity",
            "field");
    List<Row> found =
        rows("SELECT census_year, source_id, row_number, rule, severity, field FROM ops.finding");
    assertThat(expected.differences(found)).isEmpty();
  }

  @Test
  @Order(3)
  void everyRowIsAccountedFor() throws IOException {
    ExpectedTable expected =
        ExpectedTable.read(SAMPLES.resolve("expected/row_account.csv"), "census_year", "source_id");
    assertThat(expected.differences(rows("SELECT * FROM ops.row_account WHERE scope = 'file'")))
        .isEmpty();
    assertThat(rows("SELECT * FROM ops.row_account WHERE NOT balanced")).isEmpty();
    Raster grid = ImageIO.read(SAMPLES.resolve("2025/370321/人口格网.tif").toFile()).getRaster();
    double[] pixels = grid.getSamples(0, 0, grid.getWidth(), grid.getHeight(), 0, (double[]) null);
    assertThat(
            rows(
                "SELECT pixels, pixels_empty FROM ops.row_account"
                    + " WHERE census_year = 2025 AND pixels IS NOT NULL"))
        .extracting(row -> row.getLong(0), row -> row.getLong(1))
        .containsExactly(
            tuple((long) pixels.length, Arrays.stream(pixels).filter(p -> p == -9999).count()));
  }

  @Test
  @Order(4)
  void zonesTileTheirCounty() throws IOException {
    ExpectedTable areas =
        ExpectedTable.read(SAMPLES.resolve("expected/unit_area.csv"), "census_year", "admin_code")
            .where("unit_level", "county");
    for (int year : YEARS) {
      for (Row county :
          rows(
              "SELECT county_code, hazard, sum(area_m2) AS area_m2 FROM marts.zone"
                  + " WHERE census_year = %d GROUP BY ALL".formatted(year))) {
        Row total =
            rows("SELECT %d AS census_year, '%s000000' AS admin_code, 'county' AS unit_level, %sD AS area_m2"
                    .formatted(year, county.getString(0), county.getDouble(2)))
                .get(0);
        assertThat(areas.mismatches(List.of(total)))
            .noneMatch(d -> d.contains(county.getString(0)) && d.contains("area_m2"));
        Geometry[] zones =
            rows(
                    "SELECT geometry FROM marts.zone WHERE census_year = %d AND county_code = '%s' AND hazard = '%s'"
                        .formatted(year, county.getString(0), county.getString(1)))
                .stream()
                .map(row -> Wkb.read((byte[]) row.get(0)))
                .toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(zones)).as(county.toString()).isTrue();
      }
    }
  }

  @Test
  @Order(5)
  void exposureIsConservedOnCellsAndUnits() throws IOException {
    for (Row account : rows("SELECT * FROM ops.exposure_account")) {
      double total = account.getAs("total");
      assertThat(account.<Double>getAs("difference"))
          .isCloseTo(0, within(1e-6 * Math.max(1, total)));
    }
    ExpectedTable expected =
        ExpectedTable.read(
            SAMPLES.resolve("expected/exposure_total.csv"),
            "census_year",
            "county_code",
            "exposure");
    assertThat(expected.mismatches(rows("SELECT * FROM ops.exposure_account"))).isEmpty();
  }

  @Test
  @Order(6)
  void hazardAreasAreThoseOfBruteForce() throws IOException {
    ExpectedTable expected =
        ExpectedTable.read(
            SAMPLES.resolve("expected/hazard_area.csv"),
            "census_year",
            "county_code",
            "hazard",
            "hazard_level");
    assertThat(
            expected.mismatches(
                rows("SELECT * FROM marts.unit_hazard WHERE unit_level = 'county'")))
        .isEmpty();
  }

  @Test
  @Order(6)
  void depthOverProbabilityInTheZonesIsThatOfTheExtentsByBruteForce() throws IOException {
    ExpectedTable expected =
        ExpectedTable.read(
            SAMPLES.resolve("expected/flood_zone.csv"), "census_year", "county_code");
    assertThat(
            expected.mismatches(
                rows(
                    "SELECT census_year, county_code, sum(area_m2) AS area_m2,"
                        + " sum(mean_degree_m * area_m2) AS degree_m3"
                        + " FROM marts.unit_flood_zone WHERE unit_level = 'county' GROUP BY ALL")))
        .isEmpty();
  }

  @Test
  @Order(6)
  void reedBedsHaveTheFireIndexOfTheGenerator() throws IOException {
    ExpectedTable expected =
        ExpectedTable.read(SAMPLES.resolve("expected/reed_fire.csv"), "census_year", "object_id");
    assertThat(
            expected.differences(
                rows(
                    "SELECT census_year, object_id, min(hazard_index) AS belt_index"
                        + " FROM marts.hazard_area WHERE hazard = 'reed_fire' GROUP BY ALL")))
        .isEmpty();
  }

  @Test
  @Order(6)
  void informationValuesAreThoseOfPointsSoughtInThePolygons() throws IOException {
    ExpectedTable expected =
        ExpectedTable.read(
            SAMPLES.resolve("expected/information_value.csv"),
            "census_year",
            "county_code",
            "factor",
            "factor_class");
    assertThat(expected.differences(rows("SELECT * FROM marts.information_value"))).isEmpty();
    assertThat(out.resolve("2025/susceptibility_area.gpkg")).isNotEmptyFile();
    assertThat(out.resolve("2025/maps/500237_geohazard_susceptibility.png")).isNotEmptyFile();
  }

  @Test
  @Order(7)
  void lossStatisticsAndTargetsAreThoseOfTheGenerator() throws IOException {
    Path expected = SAMPLES.resolve("expected");
    ExpectedTable losses =
        ExpectedTable.read(
            expected.resolve("loss_by_unit_year.csv"),
            "census_year",
            "admin_code",
            "year",
            "hazard_kind",
            "basis");
    assertThat(losses.mismatches(rows("SELECT * FROM marts.loss_by_unit_year"))).isEmpty();
    ExpectedTable targets =
        ExpectedTable.read(
            expected.resolve("kpi_status.csv"),
            "census_year",
            "plan",
            "county_code",
            "indicator",
            "target_year");
    assertThat(targets.mismatches(rows("SELECT * FROM marts.kpi_status"))).isEmpty();
  }

  @Test
  @Order(7)
  void lossStatisticsAreThoseOfPlainSqlOverStaging() {
    assertThat(PlainLossSql.differences(spark)).isEmpty();
  }

  @Test
  @Order(8)
  void aReleaseIsReadByItsTag() {
    assertThat(rows("SELECT DISTINCT census_year FROM marts.zone VERSION AS OF 'census-2024'"))
        .extracting(row -> row.getInt(0))
        .containsExactly(2024);
  }

  @Test
  @Order(9)
  void gradesRecombineFromTheirPartsAndExplainThemselves() throws IOException {
    PublishedGrades grades = new PublishedGrades(spark);
    grades.recombine();
    grades.explain(2025, "370321101000");
  }

  @Test
  @Order(10)
  void theNotebooksReadTheLakeAndFindRowsForEveryQuery() throws IOException {
    Map<String, String> before = snapshots();
    System.setProperty("census.lake", lake.toString());
    List<Notebook> notebooks = Notebook.all(CensusProcess.projectRoot().resolve("notebooks"));
    assertThat(notebooks).isNotEmpty().allMatch(Notebook::isStripped);
    for (Notebook notebook : notebooks) {
      notebook.run();
      assertThat(notebook.queries()).as(notebook.toString()).isNotEmpty();
      assertThat(notebook.queries()).noneMatch(query -> spark.sql(query).isEmpty());
    }
    assertThat(snapshots()).isEqualTo(before);
  }

  @Test
  @Order(11)
  void theSeededSubsidenceRaisesLevelsAndItsCauseIsTheData() {
    Problems problems = new Problems();
    Contracts contracts = Contracts.load();
    ChangeConfig config =
        ChangeConfig.of(
            2024, 2025, Optional.of("370321107"), Optional.of("subsidence"), contracts, problems);
    assertThat(problems.list()).isEmpty();
    List<Row> risen =
        new ChangeJob(spark, contracts, config, Progress.SILENT)
            .run()
            .units()
            .where("change = 'risen'")
            .orderBy("admin_code")
            .collectAsList();
    assertThat(risen)
        .extracting(row -> row.getAs("admin_code"))
        .containsExactly("370321107202", "370321107205");
    assertThat(risen).extracting(row -> row.getAs("cause")).containsOnly("data");
    assertThat(risen).extracting(row -> row.getAs("driver")).containsOnly("reach");
  }

  @Test
  @Order(12)
  void aSecondRunChangesNoTable() throws IOException, InterruptedException {
    Map<String, String> before = snapshots();
    long files = dataFiles();
    String description = SAMPLES.resolve("census-2025.yaml").toString();
    CensusProcess.Outcome again =
        CensusProcess.run("run", description, "--to", "PUBLISH", "--lake", lake.toString());
    assertThat(again.status()).as(again.output()).isZero();
    assertThat(snapshots()).isEqualTo(before);
    assertThat(dataFiles()).isEqualTo(files);
  }

  @Test
  @Order(13)
  @Tag("long")
  void aKilledRunIsFinishedByStartingItAgain() throws IOException, InterruptedException {
    Path killed = directory.resolve("killed");
    String description = SAMPLES.resolve("census-2024.yaml").toString();
    String[] run = {"run", description, "--to", "PUBLISH", "--lake", killed.toString()};
    for (String moment : List.of("staging.facility", "ops.finding", "marts.cell_exposure")) {
      CensusProcess.Outcome outcome = CensusProcess.runUntil(l -> l.contains(moment), run);
      assertThat(outcome.status()).as(outcome.output()).isNotZero();
    }
    CensusProcess.Outcome finished = CensusProcess.run(run);
    assertThat(finished.status()).as(finished.output()).isZero();
    SparkSession other = TestLake.session(killed);
    for (TableContract table : tables()) {
      if (table.name().equals("ops.release")) {
        continue; // how often a state was published is not part of the results
      }
      assertThat(contents(other, table)).as(table.name()).isEqualTo(contents(spark, table));
    }
  }

  /** Number of rows and an order-free fingerprint of the 2024 rows, without snapshot ids. */
  private static String contents(SparkSession session, TableContract table) {
    List<String> columns = new ArrayList<>();
    for (String column : table.sparkSchema().fieldNames()) {
      if (!column.equals("input_snapshots") && !column.equals("attributes")) {
        columns.add(column);
      }
    }
    return session
        .sql(
            "SELECT count(*), sum(CAST(xxhash64(%s) AS DECIMAL(38, 0))) FROM %s WHERE census_year = 2024"
                .formatted(String.join(", ", columns), table.name()))
        .collectAsList()
        .toString();
  }

  private static List<TableContract> tables() {
    return Contracts.load().list();
  }

  private static Map<String, String> snapshots() {
    Map<String, String> snapshots = new TreeMap<>();
    for (TableContract table : tables()) {
      String name = table.name();
      spark.sql("REFRESH TABLE " + name);
      snapshots.put(
          name,
          rows("SELECT count(*), max(committed_at) FROM %s.snapshots".formatted(name)).toString());
    }
    return snapshots;
  }

  private static long dataFiles() throws IOException {
    try (var files = Files.walk(lake.resolve("warehouse"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }

  private static List<Row> rows(String sql) {
    return spark.sql(sql).collectAsList();
  }
}
