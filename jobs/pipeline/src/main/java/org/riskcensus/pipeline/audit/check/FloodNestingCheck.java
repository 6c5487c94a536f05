package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.geometry.CoverageParts;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.hazard.ExtentNesting;
import org.riskcensus.core.hazard.ExtentNesting.Violation;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;

/**
 * Whether floods nest by return period 淹没范围嵌套: what a flood of 5 years covers, one of 100 years
 * covers too, and at least as deep. The extents of one river of a county are looked at together.
 */
final class FloodNestingCheck implements AuditCheck {

  private static final String TABLE = "flood_extent";

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(TABLE);
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("flood_not_nested");
    Dataset<Row> extents =
        rows.acceptedOf(TABLE)
            .where(col("plane").isNotNull())
            .select(
                Found.origin(
                    col("plane"),
                    rows.text(TABLE, "source_river").as("river"),
                    rows.text(TABLE, "flood_type").as("flood_type"),
                    rows.text(TABLE, "return_period_a").cast("int").as("period"),
                    rows.number(TABLE, "depth_m").as("depth")));
    return CellGroups.grouped(
        extents, river -> nest(river, rule), "county_code", "river", "flood_type");
  }

  private static List<Row> nest(List<Row> river, Rule rule) {
    CoverageParts parts =
        new CoverageParts(rule.threshold("min_area_m2"), rule.threshold("min_width_m"));
    ExtentNesting nesting = new ExtentNesting(rule.threshold("max_share"), parts);
    for (Row extent : river) {
      nesting.add(
          extent.<Integer>getAs("period"),
          extent.<Double>getAs("depth"),
          Wkb.read(extent.<byte[]>getAs("plane")));
    }
    Row first = river.get(0);
    return nesting.violations().stream()
        .map(v -> Found.ofMany(first, finding(rule, first, v)))
        .toList();
  }

  private static Row finding(Rule rule, Row first, Violation v) {
    Wording observed =
        Wording.phrase(
            "flood_beyond_rarer",
            first.<String>getAs("river"),
            first.<String>getAs("flood_type"),
            v.returnPeriodA(),
            v.depthM() == 0 ? "" : Found.text(" ≥ %s m", v.depthM()),
            Found.text("%.0f m² (%.1f%%)", v.missingM2(), 100 * v.missingM2() / v.areaM2()),
            v.rarerA(),
            v.place() == null ? "" : " " + Places.at(v.place()));
    Wording expected =
        Wording.phrase(
            "flood_within_rarer",
            v.returnPeriodA(),
            v.rarerA(),
            Wording.limit(100 * rule.threshold("max_share")));
    return Found.finding(rule, observed, expected, null);
  }
}
