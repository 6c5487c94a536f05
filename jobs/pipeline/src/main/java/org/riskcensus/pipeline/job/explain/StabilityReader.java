package org.riskcensus.pipeline.job.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.job.explain.Explanation.Stability;
import org.riskcensus.pipeline.job.explain.Explanation.WeightChange;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** How the grades of a unit depend on weights; nothing for a release without these tables. */
final class StabilityReader {

  private static final String STABILITY = "marts.risk_sensitivity";
  private static final String OF_WEIGHT = "marts.weight_sensitivity";

  private final ReleasedTables tables;
  private final @Nullable Double share;

  /**
   * Reads from a release.
   *
   * @param share largest relative change of a weight; null where the release does not tell
   */
  StabilityReader(ReleasedTables tables, @Nullable Double share) {
    this.tables = tables;
    this.share = share;
  }

  /** By hazard. */
  Map<String, Stability> read(Column wanted) {
    Map<String, Stability> found = new HashMap<>();
    if (share == null || !tables.has(STABILITY) || !tables.has(OF_WEIGHT)) {
      return found;
    }
    Map<String, List<Row>> weights = new HashMap<>();
    for (Row row : tables.rows(OF_WEIGHT, wanted, "hazard", "component", "indicator")) {
      weights.computeIfAbsent(row.getAs("hazard"), hazard -> new ArrayList<>()).add(row);
    }
    for (Row row : tables.rows(STABILITY, wanted, "hazard")) {
      String hazard = row.getAs("hazard");
      int grade = row.<Integer>getAs("risk_level");
      found.put(
          hazard,
          new Stability(
              share,
              row.<Integer>getAs("runs"),
              row.<Double>getAs("kept_share"),
              row.<Double>getAs("lower_share"),
              row.<Double>getAs("higher_share"),
              decisive(weights.getOrDefault(hazard, List.of()), grade)));
    }
    return found;
  }

  private static List<WeightChange> decisive(List<Row> weights, int grade) {
    List<WeightChange> changes = new ArrayList<>();
    for (Row row : weights) {
      for (boolean raised : new boolean[] {false, true}) {
        int level = row.<Integer>getAs(raised ? "level_raised" : "level_lowered");
        if (level != grade) {
          changes.add(
              new WeightChange(row.getAs("component"), row.getAs("indicator"), raised, level));
        }
      }
    }
    return changes;
  }
}
