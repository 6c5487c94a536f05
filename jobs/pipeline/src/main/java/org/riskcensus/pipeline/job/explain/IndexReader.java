package org.riskcensus.pipeline.job.explain;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.pipeline.job.explain.Explanation.Combination;
import org.riskcensus.pipeline.job.explain.Explanation.Index;
import org.riskcensus.pipeline.job.explain.Explanation.Indicator;
import org.riskcensus.pipeline.job.explain.Explanation.Member;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** What the indices and the comprehensive risk of a unit are made of. */
final class IndexReader {

  private final MethodParameters parameters;
  private final Explanation.Unit unit;
  private final List<Row> rows;

  IndexReader(ReleasedTables tables, MethodParameters parameters, Explanation.Unit unit) {
    this.parameters = parameters;
    this.unit = unit;
    Column wanted = col("admin_code").isin(unit.code(), unit.township());
    this.rows = tables.rows("marts.unit_indicator", wanted, "component", "indicator");
  }

  /** Exposure of the unit, vulnerability and capacity of its township. */
  List<Index> indices() {
    return List.of(
        index("exposure", unit.code()),
        index("vulnerability", unit.township()),
        index("capacity", unit.township()));
  }

  private Index index(String component, String code) {
    List<Indicator> indicators =
        rows.stream()
            .filter(row -> is(row, component, code))
            .map(row -> indicator(component, row))
            .sorted(Comparator.comparingDouble(IndexReader::part).reversed())
            .toList();
    double value = indicators.stream().mapToDouble(IndexReader::part).sum();
    return new Index(component, code, value, indicators);
  }

  private static boolean is(Row row, String component, String code) {
    return row.<String>getAs("component").equals(component)
        && row.<String>getAs("admin_code").equals(code);
  }

  private static double part(Indicator indicator) {
    return Objects.requireNonNullElse(indicator.contribution(), 0.0);
  }

  private Indicator indicator(String component, Row row) {
    String name = row.getAs("indicator");
    String all = RiskKind.COMPREHENSIVE;
    return new Indicator(
        name,
        row.<@Nullable Double>getAs("raw_value"),
        row.getAs("raw_unit"),
        parameters.find(all, component, name, "min"),
        parameters.find(all, component, name, "max"),
        parameters.find(all, component, name, "logarithmic") != null,
        row.<@Nullable Double>getAs("normalised"),
        row.<@Nullable Double>getAs("weight"),
        row.<@Nullable Double>getAs("contribution"),
        row.<@Nullable String>getAs("missing_reason"));
  }

  /** How the hazards become one, the one that adds most first. */
  Combination combination() {
    List<Member> members = new ArrayList<>();
    for (Row row : rows) {
      if (is(row, "risk", unit.code())) {
        String hazard = row.getAs("indicator");
        members.add(
            new Member(
                hazard,
                row.<Double>getAs("raw_value"),
                row.<Double>getAs("normalised"),
                row.<@Nullable Double>getAs("weight"),
                parameters.findRisk(hazard, "expert_weight"),
                parameters.findRisk(hazard, "loss_weight"),
                row.<@Nullable Double>getAs("contribution")));
      }
    }
    members.sort(
        Comparator.comparingDouble(
                (Member member) ->
                    Objects.requireNonNullElse(member.contribution(), member.chained()))
            .reversed()
            .thenComparing(Member::hazard));
    List<String> hazards = members.stream().map(Member::hazard).toList();
    return new Combination(
        parameters.weightedSum() ? "weighted_sum" : "maximum",
        parameters.lossShare(),
        members,
        parameters.chains(hazards));
  }
}
