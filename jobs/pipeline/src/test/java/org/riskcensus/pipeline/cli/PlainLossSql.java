package org.riskcensus.pipeline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The loss statistics once more, in plain SQL over staging that shares no code with the pipeline.
 * Each query gives one row: how many figures it compared, and how many differ.
 */
final class PlainLossSql {

  private static final List<String> FIGURES =
      List.of("deaths", "affected_population", "direct_loss_wan");

  /** Reports that count: final before follow-up before initial; none of a unit above another's. */
  private static final String REPORTS =
      """
      WITH ranked AS (
        SELECT *, row_number() OVER (PARTITION BY census_year, event_id, admin_code
            ORDER BY CASE report_type WHEN 'final' THEN 0 WHEN 'followup' THEN 1 ELSE 2 END,
            survey_date DESC, object_id DESC) AS r,
          regexp_replace(admin_code, '(0{6}|0{3})$', '') AS prefix
        FROM staging.loss_event),
      latest AS (SELECT * FROM ranked WHERE r = 1),
      reports AS (
        SELECT * FROM latest a WHERE NOT EXISTS (
          SELECT 1 FROM latest b WHERE b.census_year = a.census_year AND b.event_id = a.event_id
            AND b.admin_code <> a.admin_code AND startswith(b.admin_code, a.prefix)))
      """;

  private PlainLossSql() {}

  /** Names of the checks that compared nothing or found a difference, with both numbers. */
  static List<String> differences(SparkSession spark) {
    List<String> differences = new ArrayList<>();
    checks()
        .forEach(
            (name, sql) -> {
              Row result = spark.sql(sql).first();
              if (result.getLong(0) == 0 || result.getLong(1) > 0) {
                differences.add(name + ": compared " + result.get(0) + ", differ " + result.get(1));
              }
            });
    return differences;
  }

  private static Map<String, String> checks() {
    String county = "concat(substr(admin_code, 1, 6), '000000')";
    String byEvent = "marts.loss_by_unit_year WHERE basis = 'event_sum' AND ";
    Map<String, String> checks = new LinkedHashMap<>();
    checks.put(
        "counties by event",
        REPORTS
            + compared(
                sums(county, "year(start_date)", "reports"),
                rows(byEvent + "unit_level = 'county' AND hazard_kind <> 'all'")));
    checks.put(
        "counties by annual figures",
        compared(
            sums("admin_code", "year", "staging.loss_annual"),
            rows(
                "marts.loss_by_unit_year WHERE unit_level = 'county' AND basis = 'annual_final'"
                    + " AND hazard_kind <> 'all'")));
    checks.put(
        "counties are the sums of their townships",
        compared(
            sums(county, "year", byEvent + "unit_level = 'township'"),
            rows(byEvent + "unit_level = 'county'")));
    checks.put(
        "years are the sums of their months",
        compared(sums("admin_code", "year", "marts.loss_by_kind_month"), rows(byEvent + "true")));
    checks.put("five-year mean", fiveYearMean());
    checks.put("real prices reflated are the nominal loss", reflated());
    return checks;
  }

  private static String sums(String unit, String year, String from) {
    String sums =
        FIGURES.stream()
            .map(f -> "CAST(sum(CAST(%1$s AS DECIMAL(28, 6))) AS DOUBLE) AS %1$s".formatted(f))
            .collect(Collectors.joining(", "));
    return "SELECT census_year, %s AS unit, %s AS y, hazard_kind AS k, %s FROM %s GROUP BY ALL"
        .formatted(unit, year, sums, from);
  }

  private static String rows(String from) {
    return "SELECT census_year, admin_code AS unit, year AS y, hazard_kind AS k, %s FROM %s"
        .formatted(String.join(", ", FIGURES), from);
  }

  /** Compares two sets of figures by year and unit, both ways; null is not zero. */
  private static String compared(String expected, String actual) {
    String alike =
        FIGURES.stream()
            .map(
                f ->
                    "abs(coalesce(a.%1$s, -1) - coalesce(b.%1$s, -1)) <= 1e-6 * greatest(1, abs(coalesce(a.%1$s, 0)))"
                        .formatted(f))
            .collect(Collectors.joining(" AND "));
    return "SELECT count(*), count_if(NOT (%s)) FROM (%s) a FULL OUTER JOIN (%s) b USING (census_year, unit, y, k)"
        .formatted(alike, expected, actual);
  }

  private static String fiveYearMean() {
    return """
        SELECT count(*), count_if(NOT (a.n = a.five_year_n AND (a.n = 0
            OR abs(a.mean - a.five_year_mean) <= 1e-6 * greatest(1, abs(a.mean)))))
        FROM (
          SELECT m.five_year_mean, m.five_year_n, count(p.value) AS n, avg(p.value) AS mean
          FROM marts.loss_measure m LEFT JOIN marts.loss_measure p
            ON p.census_year = m.census_year AND p.admin_code = m.admin_code
            AND p.hazard_kind = m.hazard_kind AND p.measure = m.measure
            AND p.year BETWEEN m.year - 5 AND m.year - 1
          WHERE m.unit_level = 'county'
          GROUP BY m.census_year, m.admin_code, m.hazard_kind, m.measure, m.year,
            m.five_year_mean, m.five_year_n) a
        """;
  }

  /** L = L_real / (CPI of all years after it up to the year of the prices). */
  private static String reflated() {
    return """
        SELECT count(*), count_if(abs(real / chain - nominal) > 1e-6 * greatest(1, nominal))
        FROM (
          SELECT l.admin_code, l.year, l.hazard_kind, l.basis, l.census_year,
            l.direct_loss_real_wan AS real, l.direct_loss_wan AS nominal,
            coalesce(exp(sum(ln(c.cpi_prev_100 / 100))), 1) AS chain
          FROM marts.loss_by_unit_year l LEFT JOIN staging.statistics_yearbook c
            ON c.census_year = l.census_year AND c.admin_code = l.admin_code
            AND c.year > l.year AND c.year <= l.price_year
          WHERE l.unit_level = 'county' AND l.direct_loss_real_wan IS NOT NULL
          GROUP BY ALL)
        """;
  }
}
