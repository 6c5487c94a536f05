package org.riskcensus.pipeline.job.losses;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

/** Rows of tables given in a test, and the session they live in. */
final class Given {
  private static final String EVENT =
      "object_id string, event_id string, admin_code string, hazard_kind string, start_date date,"
          + " report_type string, survey_date date, relief_hours double, deaths bigint,"
          + " crop_affected_ha double, direct_loss_wan double, source_id string, row_number bigint";
  private static final String ANNUAL =
      "admin_code string, year int, hazard_kind string, affected_population bigint, deaths bigint,"
          + " direct_loss_wan double, forest_damaged_ha double, forest_fires int,"
          + " forest_fires_24h int, source_id string, row_number bigint";
  private static final String YEARBOOK =
      "object_id string, admin_code string, year int, survey_date date, population bigint,"
          + " urban_population bigint, gdp_wan double, forest_ha double,"
          + " information_covered bigint, cpi_prev_100 double";

  private Given() {}

  static SparkSession spark() {
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    return spark;
  }

  static Dataset<Row> rows(String columns, Row... rows) {
    return spark().createDataFrame(List.of(rows), StructType.fromDDL(columns));
  }

  static Dataset<Row> events(Row... rows) {
    return rows(EVENT, rows);
  }

  static Dataset<Row> annual(Row... rows) {
    return rows(ANNUAL, rows);
  }

  static Dataset<Row> yearbook(Row... rows) {
    return rows(YEARBOOK, rows);
  }

  static Row row(Object... values) {
    return RowFactory.create(values);
  }

  /** A report: id, event, township, kind, start, type, deaths, crop area, loss. */
  static Row report(
      String id, String event, String unit, String type, Object deaths, Object crop, double loss) {
    return report(id, event, unit, "flood", "2021-07-01", type, deaths, crop, loss);
  }

  static Row report(
      String id,
      String event,
      String unit,
      String kind,
      String start,
      String type,
      Object deaths,
      Object crop,
      double loss) {
    return row(
        id,
        event,
        unit,
        kind,
        java.sql.Date.valueOf(start),
        type,
        java.sql.Date.valueOf("2021-08-01"),
        null,
        deaths,
        crop,
        loss,
        "events",
        (long) id.hashCode());
  }

  static Row yearbookRow(String county, int year, long population, double gdpWan) {
    return row(
        county + year,
        county + "000000",
        year,
        java.sql.Date.valueOf("2025-01-01"),
        population,
        population / 2,
        gdpWan,
        1000.0,
        population * 9 / 10,
        100.0);
  }

  /** The inputs of the statistics of 2025; columns a test does not speak of are not reported. */
  static LossInputs inputs(Dataset<Row> events, Dataset<Row> annual, Dataset<Row> yearbook) {
    Dataset<Row> reports = events;
    for (String column :
        List.of(
            "event_name string",
            "end_date date",
            "revision_reason string",
            "report_hours double",
            "affected_population bigint",
            "relocated bigint")) {
      String[] parts = column.split(" ");
      if (!List.of(reports.columns()).contains(parts[0])) {
        reports =
            reports.withColumn(parts[0], org.apache.spark.sql.functions.lit(null).cast(parts[1]));
      }
    }
    return LossInputs.of(2025, reports, annual, yearbook, method());
  }

  static LossStatisticsMethod method() {
    Problems problems = new Problems();
    LossStatisticsMethod method = LossStatisticsMethod.read(SchemaFiles.load(), problems);
    problems.refuse();
    return method;
  }

  /** One row as text, column by column, in the order named. */
  static List<String> told(Dataset<Row> rows, String... columns) {
    return rows
        .select(Arrays.stream(columns).map(rows::col).toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .sorted()
        .toList();
  }
}
