package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** The rows of {@code marts.unit_risk} of a unit and those within, by unit and hazard. */
final class RiskRows {

  static final RiskRows NONE = new RiskRows(Map.of());

  private final Map<List<String>, Row> rows;

  private RiskRows(Map<List<String>, Row> rows) {
    this.rows = rows;
  }

  static RiskRows of(ReportContext context, ReleasedTables source) {
    Map<List<String>, Row> rows = new HashMap<>();
    source
        .rows("marts.unit_risk", context.ofUnits(), "admin_code")
        .forEach(row -> rows.put(List.of(row.getAs("admin_code"), row.getAs("hazard")), row));
    return new RiskRows(rows);
  }

  @Nullable Row find(String unit, String hazard) {
    return rows.get(List.of(unit, hazard));
  }

  Row get(String unit, String hazard) {
    return Objects.requireNonNull(find(unit, hazard));
  }

  /** Hazards of the edition that a unit has rows of. */
  List<String> hazards(ReportContext context, String unit) {
    return context.hazards().stream().filter(hazard -> find(unit, hazard) != null).toList();
  }

  /** Square metres by hazard and class of the unit's county, hazards in the order of their list. */
  static Map<String, Map<String, Double>> classAreas(
      ReportContext context, ReleasedTables source, String table) {
    Map<String, Map<String, Double>> found = new LinkedHashMap<>();
    context.hazards().forEach(hazard -> found.put(hazard, new HashMap<>()));
    source
        .rows(table, col("county_code").equalTo(context.unit().county()), "hazard", "class")
        .stream()
        .filter(row -> found.containsKey(row.<String>getAs("hazard")))
        .forEach(
            row ->
                Objects.requireNonNull(found.get(row.<String>getAs("hazard")))
                    .merge(row.getAs("class"), row.getAs("area_m2"), Double::sum));
    found.values().removeIf(Map::isEmpty);
    return found;
  }
}
