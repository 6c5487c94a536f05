package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.config.Waiver;

/**
 * Marks findings that somebody answers for with their waiver: its place in the list, from 1. A
 * waiver that has expired by the logical date marks nothing, and is told; so is one that no finding
 * answers to, since it may be misspelt or of no use any more.
 */
final class Waivers {

  private final List<Waiver> list;
  private final Map<String, SourceDescription> sources = new HashMap<>();
  private final LocalDate day;

  /**
   * The waivers of a description.
   *
   * @param sources its sources
   * @param day the logical date
   */
  Waivers(List<Waiver> list, List<SourceDescription> sources, LocalDate day) {
    this.list = list;
    sources.forEach(source -> this.sources.put(source.id(), source));
    this.day = day;
  }

  /** Conformed rows, the findings they carry marked. */
  Dataset<Row> markRows(Dataset<Row> rows) {
    return list.isEmpty()
        ? rows
        : rows.withColumn("findings", transform(col("findings"), f -> marked(f)));
  }

  /** Rows of findings, marked. */
  Dataset<Row> markFound(Dataset<Row> found) {
    return list.isEmpty() ? found : found.withColumn("found", marked(col("found")));
  }

  private Column marked(Column finding) {
    Column waiver = lit(null).cast("int");
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).holdsOn(day)) {
        waiver = when(matches(list.get(i), finding), lit(i + 1)).otherwise(waiver);
      }
    }
    return finding.withField("waiver", waiver);
  }

  /** Findings over a whole table have no source: they belong to any of its dataset and county. */
  private Column matches(Waiver waiver, Column finding) {
    SourceDescription source = sources.get(waiver.source());
    if (source == null) {
      return lit(false);
    }
    Column ofTable =
        col("source_id")
            .isNull()
            .and(col("dataset").equalTo(source.dataset()))
            .and(col("county_code").equalTo(source.county()));
    Column ofRule =
        finding
            .getField("rule")
            .equalTo(waiver.rule())
            .and(col("source_id").equalTo(waiver.source()).or(ofTable));
    if (waiver.objects().isEmpty()) {
      return ofRule;
    }
    Object[] objects = waiver.objects().toArray();
    return ofRule.and(col("object_id").isin(objects).or(col("admin_code").isin(objects)));
  }

  /** Whether a finding keeps its row out: an error without a waiver that lets the row in. */
  Column keepsOut(Column finding) {
    List<Integer> accepting = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).excludes()) {
        accepting.add(i + 1);
      }
    }
    Column waiver = finding.getField("waiver");
    Column letIn = waiver.isNotNull().and(waiver.isin(accepting.toArray()));
    return finding.getField("severity").equalTo(Severity.ERROR.name()).and(not(letIn));
  }

  /** What the waiver of a finding says; null where it has none. */
  Column said(Function<Waiver, String> what) {
    Column said = lit(null).cast("string");
    for (int i = 0; i < list.size(); i++) {
      said = when(col("found.waiver").equalTo(i + 1), what.apply(list.get(i))).otherwise(said);
    }
    return said;
  }

  /** Findings about waivers themselves: one for each that is expired or idle. */
  List<SourceFinding> idle(Dataset<Row> found) {
    if (list.isEmpty()) {
      return List.of();
    }
    Set<Integer> used =
        new TreeSet<>(
            found
                .select(col("found.waiver"))
                .where(col("waiver").isNotNull())
                .distinct()
                .as(Encoders.INT())
                .collectAsList());
    List<SourceFinding> findings = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Waiver waiver = list.get(i);
      boolean expired = !waiver.holdsOn(day);
      if (expired || !used.contains(i + 1)) {
        String rule = expired ? "waiver_expired" : "waiver_unmatched";
        Wording observed = Wording.of(waiver.scope() + " (" + waiver.author() + ")");
        Wording expected =
            expired
                ? Wording.phrase("waiver_expired", day, waiver.expires())
                : Wording.phrase("waiver_until", waiver.expires());
        Wording reason = Wording.of(waiver.reason());
        findings.add(
            new SourceFinding(
                waiver.source(),
                new Finding(rule, Severity.WARNING, "", observed, expected, reason)));
      }
    }
    return findings;
  }
}
