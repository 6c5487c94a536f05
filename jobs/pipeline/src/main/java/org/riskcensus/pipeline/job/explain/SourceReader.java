package org.riskcensus.pipeline.job.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.job.explain.Explanation.Index;
import org.riskcensus.pipeline.job.explain.Explanation.Indicator;
import org.riskcensus.pipeline.job.explain.Explanation.Missing;
import org.riskcensus.pipeline.job.explain.Explanation.Source;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** The files behind a grade, and what is missing of them. */
final class SourceReader {

  private final ReleasedTables tables;
  private final Explanation.Unit unit;
  private final InputTables inputs;

  SourceReader(ReleasedTables tables, Explanation.Unit unit, InputTables inputs) {
    this.tables = tables;
    this.unit = unit;
    this.inputs = inputs;
  }

  /** The files of some staging tables in the unit's county. */
  List<Source> sources(Collection<String> datasets) {
    Map<String, String> submissions = new HashMap<>();
    tables
        .rows("ops.submission", inCounty(), "source_id")
        .forEach(row -> submissions.put(row.getAs("source_id"), row.getAs("submission_id")));
    List<Source> sources = new ArrayList<>();
    Column files = inCounty().and(col("scope").equalTo("file"));
    List<Row> accounts = tables.rows("ops.row_account", files, "dataset", "file");
    for (String dataset : datasets) {
      Map<String, Long> own = accounts.isEmpty() ? Map.of() : ownRows(dataset);
      for (Row account : accounts) {
        if (account.<String>getAs("dataset").equals(dataset)) {
          String source = account.getAs("source_id");
          sources.add(source(account, submissions.getOrDefault(source, ""), own));
        }
      }
    }
    return sources;
  }

  private static Source source(Row account, String submission, Map<String, Long> own) {
    return new Source(
        account.getAs("dataset"),
        account.getAs("file"),
        submission,
        account.<Long>getAs("rows_read"),
        account.<Long>getAs("rows_accepted"),
        account.<Long>getAs("rows_quarantined"),
        account.<Long>getAs("rows_duplicate"),
        own.getOrDefault(account.<String>getAs("source_id"), 0L));
  }

  /** Rows of the unit by source. */
  private Map<String, Long> ownRows(String dataset) {
    Map<String, Long> rows = new HashMap<>();
    if (tables.has("staging." + dataset)) {
      tables
          .read("staging." + dataset)
          .where(inCounty().and(col("admin_code").startsWith(unit.prefix())))
          .groupBy("source_id")
          .agg(count(lit(1)))
          .collectAsList()
          .forEach(row -> rows.put(row.getString(0), row.getLong(1)));
    }
    return rows;
  }

  private Column inCounty() {
    return col("county_code").equalTo(unit.county());
  }

  /** Indicators whose value is not the unit's own, or not known. */
  static List<Missing> ofIndicators(List<Index> indices) {
    List<Missing> missing = new ArrayList<>();
    for (Index index : indices) {
      for (Indicator indicator : index.indicators()) {
        if (indicator.missingReason() != null) {
          missing.add(
              new Missing("indicator", indicator.indicator(), indicator.missingReason(), null));
        }
      }
    }
    return missing;
  }

  /** Tables of indicators of which the county has no row: they count as none. */
  List<Missing> ofTables(List<Source> sources) {
    List<Missing> missing = new ArrayList<>();
    for (String dataset : inputs.behind(List.of())) {
      state(dataset, sources, "none_accepted").stream()
          .map(state -> new Missing("table", dataset, state, null))
          .forEach(missing::add);
    }
    return missing;
  }

  /** Why a hazard has no risk in the county. */
  Missing ofHazard(String hazard, List<Source> sources) {
    String table = inputs.objectsOf(hazard);
    String state = state(table, sources, "none_accepted").stream().findFirst().orElse("no_hazard");
    return new Missing("hazard", hazard, state, null);
  }

  private static List<String> state(String dataset, List<Source> sources, String noneAccepted) {
    List<Source> own = sources.stream().filter(s -> s.dataset().equals(dataset)).toList();
    if (own.isEmpty()) {
      return List.of("not_filed");
    }
    boolean accepted = own.stream().anyMatch(source -> source.rowsAccepted() > 0);
    return accepted ? List.of() : List.of(noneAccepted);
  }

  /** Rows that were kept out, by table. */
  static List<Missing> ofRows(List<Source> sources) {
    return sources.stream()
        .filter(source -> source.rowsQuarantined() > 0)
        .map(source -> new Missing("rows", source.file(), "quarantined", source.rowsQuarantined()))
        .toList();
  }
}
