package org.riskcensus.pipeline.job.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.losses.LossesConfig;
import org.riskcensus.pipeline.job.losses.LossesJob;
import org.riskcensus.pipeline.job.publish.PublishJob;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * A released lake of one county with two townships, whose figures can be added up by hand.
 *
 * <pre>
 * event  kind     began       township  affected  deaths  relocated  loss 万元
 * E0     hail     2023-06-03  起凤镇         500       0          -       60
 * E1     flood    2024-07-10  起凤镇        1000       0         10      120
 * E2     flood    2025-07-01  起凤镇        1200       1         40      100   (initial: 2 dead, 80 万元)
 *                             马桥镇         300       0          -       50
 * E3     typhoon  2025-08-05  马桥镇           -       0          -       30
 * annual flood    2024        county       1000       0         10      125
 * annual flood    2025        county       1500       1         40      160
 * </pre>
 */
final class ReportedLake {

  private static final String LINEAGE =
      ", 's' source_id, 'sha' submission_id, 'f.csv' file, %dL row_number, 'ok' qc_status, 'L1'"
          + " sensitivity";

  private ReportedLake() {}

  static SparkSession fill(Path directory) {
    SparkSession spark = TestLake.session(directory);
    Lake lake = TestLake.open(spark, "r1", "370321");
    put(
        lake,
        "staging.admin_unit",
        List.of(
            unit("370321000000", "county", "桓台县", null),
            unit("370321101000", "township", "起凤镇", "370321000000"),
            unit("370321104000", "township", "马桥镇", "370321000000")));
    put(
        lake,
        "staging.loss_event",
        List.of(
            event("E0", "370321101000", "hail", "2023-06-03", "final", "500, 0, NULL, 60"),
            event("E1", "370321101000", "flood", "2024-07-10", "final", "1000, 0, 10, 120"),
            event("E2", "370321101000", "flood", "2025-07-01", "initial", "900, 2, 40, 80"),
            event("E2", "370321101000", "flood", "2025-07-01", "final", "1200, 1, 40, 100"),
            event("E2", "370321104000", "flood", "2025-07-01", "final", "300, 0, NULL, 50"),
            event("E3", "370321104000", "typhoon", "2025-08-05", "final", "NULL, 0, NULL, 30")));
    put(
        lake,
        "staging.loss_annual",
        List.of(annual(2024, "1000, 0, 10, 125"), annual(2025, "1500, 1, 40, 160")));
    put(lake, "staging.statistics_yearbook", List.of(yearbook(2024), yearbook(2025)));
    lake.replaceYear("marts.unit_risk", 2025, spark.sql(risk()));
    susceptibility(lake);
    LossesJob.run(lake, losses(), Progress.SILENT);
    PublishJob.run(lake, "测试普查", true, Progress.SILENT);
    return spark;
  }

  private static LossesConfig losses() {
    Problems problems = new Problems();
    LossesConfig config =
        LossesConfig.of(
            2025,
            TestLake.run("r1", "370321").logicalDate(),
            List.of("370321"),
            CellSizes.of(200),
            problems);
    problems.refuse();
    return config;
  }

  private static void put(Lake lake, String table, List<String> rows) {
    String all =
        rows.stream().map(row -> "SELECT " + row).collect(Collectors.joining(" UNION ALL "));
    lake.replaceYear(table, 2025, lake.spark().sql(all));
  }

  private static String unit(String code, String level, String name, @Nullable String parent) {
    return "'%s' admin_code, '%s' level, '%s' name, %s parent_code, unhex('00') geometry, 118D xmin, 37D ymin, 118D xmax, 37D ymax, 1L cell"
            .formatted(code, level, name, parent == null ? "NULL" : "'" + parent + "'")
        + LINEAGE.formatted(Long.parseLong(code) % 1000);
  }

  /** Figures: affected, deaths, relocated, loss. */
  private static String event(
      String id, String unit, String kind, String start, String type, String figures) {
    return "'%s' object_id, '%s' event_id, '%s' admin_code, '%s' hazard_kind, DATE'%s' start_date, DATE'%s' end_date, '%s' report_type"
            .formatted(id + unit + type, id, unit, kind, start, start, type)
        + figures(figures)
        + LINEAGE.formatted(Math.floorMod((id + unit + type).hashCode(), 1_000_000));
  }

  private static String annual(int year, String figures) {
    return "'A%1$d' object_id, '370321000000' admin_code, %1$d year, 'flood' hazard_kind"
            .formatted(year)
        + figures(figures)
        + LINEAGE.formatted(year);
  }

  private static String figures(String figures) {
    String[] parts = figures.split(", ");
    return ", CAST(%s AS BIGINT) affected_population, CAST(%s AS BIGINT) deaths, CAST(%s AS BIGINT) relocated, CAST(%s AS DOUBLE) direct_loss_wan"
        .formatted((Object[]) parts);
  }

  private static String yearbook(int year) {
    return "'Y%1$d' object_id, '370321000000' admin_code, %1$d year, 500000L population, 200000L urban_population, 50000D gdp_wan, 100D cpi_prev_100"
            .formatted(year)
        + LINEAGE.formatted(year);
  }

  private static String risk() {
    return "SELECT '370321' county_code, '370321000000' admin_code, '桓台县' name, 'county'"
        + " unit_level, 'comprehensive' hazard, 0.25D mean_risk_index, 0.75D max_risk_index,"
        + " 3 risk_level, 1.5e6D area_key_m2, 2.5e6D area_secondary_m2, 4e6D"
        + " area_general_m2, 1234D exposed_population";
  }

  /**
   * 100 km² with ten points, eight of them on the 40 km² that are steep; one more lies beyond the
   * border.
   */
  private static void susceptibility(Lake lake) {
    String area =
        "'370321' county_code, '桓台县' county_name, '1' zone_id, 'geohazard' hazard, 'high' class,"
            + " '高易发区' class_name, '1号' zone_name, 1 townships, 40e6D area_m2, 40e6D graded_area_m2,"
            + " 0D merged_area_m2, 0 merged_parts, 0D moved_area_m2, unhex('00') geometry, 118D xmin,"
            + " 37D ymin, 118D xmax, 37D ymax, 1L cell";
    put(lake, "marts.susceptibility_area", List.of(area));
    put(
        lake,
        "marts.unit_susceptibility",
        List.of(classed("low", 60, 2), classed("high", 40, 8), classed("unknown", 0, 1)));
    put(
        lake,
        "marts.information_value",
        List.of(valued("<25", 60, 2, "ln(0.2D / 0.6D)"), valued("≥25", 40, 8, "ln(0.8D / 0.4D)")));
  }

  private static String classed(String name, int km2, int points) {
    return "'370321' county_code, '370321000000' admin_code, '桓台县' name, 'county' unit_level,"
        + " '%s' susceptibility_class, %de6D area_m2, %dD area_pct, %dL points"
            .formatted(name, km2, km2, points);
  }

  private static String valued(String name, int km2, int points, String value) {
    return "'370321' county_code, 'slope' factor, '%s' factor_class, %dL points, %de6D area_m2, 10L factor_points, 100e6D factor_area_m2, exp(%s) density_ratio, %s information_value, false empty"
        .formatted(name, points, km2, value, value);
  }

  static Contracts contracts() {
    return Contracts.load();
  }
}
