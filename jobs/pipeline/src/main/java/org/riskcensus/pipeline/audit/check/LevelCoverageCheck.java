package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.geometry.CoverageParts;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;

/**
 * Whether the units below a unit tile it 行政区划无缝: parts of it that none of them covers, and parts of
 * theirs outside it. A unit without units below is not asked. The units of one county are looked at
 * together.
 */
final class LevelCoverageCheck implements AuditCheck {

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny("admin_unit");
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule gap = rules.get("coverage_gap");
    Rule excess = rules.get("coverage_excess");
    Dataset<Row> units =
        rows.acceptedOf("admin_unit")
            .where(col("plane").isNotNull())
            .select(
                Found.origin(col("plane"), rows.text("admin_unit", "parent_code").as("parent")));
    return CellGroups.grouped(units, county -> holes(county, gap, excess), "county_code");
  }

  private static List<Row> holes(List<Row> county, Rule gap, Rule excess) {
    Map<String, List<Geometry>> below = new HashMap<>();
    for (Row unit : county) {
      String parent = unit.getAs("parent");
      if (parent != null) {
        below.computeIfAbsent(parent, p -> new ArrayList<>()).add(shape(unit));
      }
    }
    List<Row> found = new ArrayList<>();
    for (Row unit : county) {
      List<Geometry> parts = below.get(unit.<String>getAs("admin_code"));
      if (parts != null) {
        Geometry whole = shape(unit);
        Geometry covered = CoverageParts.union(parts);
        crumbs(gap)
            .outside(whole, covered)
            .ifPresent(f -> found.add(Found.row(unit, finding(gap, f))));
        crumbs(excess)
            .outside(covered, whole)
            .ifPresent(f -> found.add(Found.row(unit, finding(excess, f))));
      }
    }
    return found;
  }

  private static CoverageParts crumbs(Rule rule) {
    return new CoverageParts(rule.threshold("min_area_m2"), rule.threshold("min_width_m"));
  }

  private static Geometry shape(Row unit) {
    return Wkb.read(unit.<byte[]>getAs("plane"));
  }

  private static Row finding(Rule rule, CoverageParts.Found found) {
    return Found.finding(rule, Wording.of(Places.text(found)), Wording.of("0 m²"), null);
  }
}
