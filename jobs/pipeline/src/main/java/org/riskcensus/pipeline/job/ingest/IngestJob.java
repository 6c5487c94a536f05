package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.submission.SubmissionState;
import org.riskcensus.pipeline.audit.QualityGate;
import org.riskcensus.pipeline.audit.RowAccounts;
import org.riskcensus.pipeline.audit.SubmissionLog;
import org.riskcensus.pipeline.audit.SubmissionStatus;
import org.riskcensus.pipeline.audit.SubmissionStep;
import org.riskcensus.pipeline.audit.check.AuditChecks;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.lakehouse.Fingerprint;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.SideBySide;
import org.riskcensus.pipeline.lakehouse.Slice;
import org.riskcensus.pipeline.progress.Progress;

/**
 * Files to {@code raw.filed_row} and the staging tables, with findings, quarantine, submissions and
 * row accounts. Every write is done once for a run, so a killed ingest is finished by starting it
 * again, and filing the same content again changes nothing.
 */
public final class IngestJob {

  private static final String STEP = "ingest";
  private static final String RAW = "raw.filed_row";

  private final Lake lake;
  private final IngestConfig config;
  private final Progress progress;
  private final Slice slice;
  private final Waivers waivers;
  private final String writeId;

  public IngestJob(Lake lake, IngestConfig config, Progress progress) {
    this.lake = lake;
    this.config = config;
    this.progress = progress;
    this.slice = new Slice(config.year(), lake.run().counties(), config.onlySource());
    this.waivers =
        new Waivers(config.quality().waivers(), config.sources(), lake.run().logicalDate());
    this.writeId = writeId();
  }

  /** A file alone is judged against what other sources have filed: it is done while that holds. */
  private String writeId() {
    Fingerprint others = new Fingerprint();
    if (slice.source().isEmpty()) {
      return lake.run().id();
    }
    for (String dataset : config.datasets()) {
      lake.writesOfOthers("staging." + dataset, slice)
          .forEach((source, write) -> others.add(dataset).add(source).add(write));
    }
    return lake.run().id() + "-" + others.shortHex();
  }

  /** Ingests; refuses (exit status 3) when accounts do not balance or too much is quarantined. */
  public void run() {
    progress.begin(STEP, config.submissions().size() + " files");
    if (slice.source().isPresent()) {
      config.sources().forEach(source -> FiledDataset.require(lake, config, source));
    }
    if (!done()) {
      appendRaw();
      Dataset<Row> judged = new Judgement(lake, config, waivers, progress).of(filed());
      writeJudged(judged);
      writeFindings(judged);
      writeAccounts(judged);
    } else {
      progress.note("unchanged: these files are in the lake already");
    }
    QualityGate gate = new QualityGate(lake.branch());
    gate.accounts(accounts().collectAsList(), config.maxQuarantinedShare());
    gate.findings(lake.read("ops.finding").where(slice.condition()));
    gate.refuse();
  }

  private boolean done() {
    return lake.holds("ops.row_account", slice, writeId);
  }

  private void appendRaw() {
    Set<String> present =
        lake
            .read(RAW)
            .where(slice.condition())
            .select("source_id", "submission_id")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0) + " " + row.getString(1))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Submission> fresh =
        config.submissions().stream().filter(s -> !present.contains(key(s))).toList();
    if (!fresh.isEmpty()) {
      long start = System.nanoTime();
      Dataset<Row> rows =
          FiledRows.read(
              lake.spark(), fresh, config.year(), lake.contracts().get(RAW).sparkSchema());
      long appended = lake.append(RAW, slice, writeId, rows);
      done(RAW, appended, start);
    }
  }

  /** The raw rows of the submissions of this run, not of those they supersede. */
  private Dataset<Row> filed() {
    List<Submission> all = config.submissions();
    return lake.read(RAW)
        .where(slice.condition())
        // spares files of the table
        .where(col("submission_id").isin(all.stream().map(Submission::id).distinct().toArray()))
        // of sources that have changed their files with each other only what each has now
        .where(
            concat_ws(" ", col("source_id"), col("submission_id"))
                .isin(all.stream().map(IngestJob::key).toArray()));
  }

  private static String key(Submission submission) {
    return submission.source().id() + " " + submission.id();
  }

  /** Staging and quarantine: where the verdicts send rows. */
  private void writeJudged(Dataset<Row> judged) {
    List<Callable<Long>> writes = new ArrayList<>();
    for (String dataset : config.datasets()) {
      TableContract contract = config.contracts().get("staging." + dataset);
      Dataset<Row> accepted =
          judged.where(
              col("dataset")
                  .equalTo(dataset)
                  .and(col("verdict").equalTo(VerdictTransform.ACCEPTED)));
      writes.add(() -> replace(contract.name(), StagingColumns.of(accepted, contract)));
    }
    writes.add(() -> replace("ops.quarantine", QuarantineTransform.apply(judged, waivers)));
    SideBySide.all(writes);
  }

  private long replace(String table, Dataset<Row> rows) {
    long start = System.nanoTime();
    long written = lake.replace(table, slice, writeId, rows);
    done(table, written, start);
    return written;
  }

  private void writeFindings(Dataset<Row> judged) {
    Rules rules = Rules.load();
    Dataset<Row> found = found(judged, rules);
    SourceFindings ofSources = new SourceFindings(config);
    List<SourceFinding> more = new ArrayList<>(ofSources.late());
    more.addAll(waivers.idle(found));
    Dataset<Row> all = found.unionByName(waivers.markFound(ofSources.rows(lake.spark(), more)));
    replace("ops.finding", FindingTransform.apply(all, rules, config.contracts(), waivers));
  }

  /** What single rows and many rows show. */
  private Dataset<Row> found(Dataset<Row> judged, Rules rules) {
    Dataset<Row> before = lake.read("ops.row_account", config.year() - 1);
    AuditChecks checks = new AuditChecks(config.contracts(), rules, config.year(), before);
    checks.dangersBefore(lake.read("staging.hidden_danger", config.year() - 1));
    checks.demand(config.quality().mustReport(), lake.read("staging.admin_unit", config.year()));
    Dataset<Row> ofMany = waivers.markFound(checks.find(judged, Set.copyOf(config.datasets())));
    if (config.onlySource().isPresent()) {
      // What spans sources cannot be judged from one of them.
      ofMany = ofMany.where(col("source_id").isNotNull());
    }
    return FindingTransform.found(judged).unionByName(ofMany);
  }

  private void writeAccounts(Dataset<Row> judged) {
    long start = System.nanoTime();
    Dataset<Row> sources = AccountedSources.of(lake.spark(), config.submissions());
    Dataset<Row> files = RowAccounts.ofFiles(sources, filed(), judged).persist();
    lake.replace("ops.submission", slice, writeId, submissions(files));
    recordSubmissions();
    Dataset<Row> all = files.unionByName(RowAccounts.ofTables(files, written()));
    long rows = lake.replace("ops.row_account", slice, writeId, all);
    files.unpersist();
    done("ops.row_account", rows, start);
  }

  private void recordSubmissions() {
    List<SubmissionStatus> filed =
        config.submissions().stream()
            .map(
                s ->
                    new SubmissionStatus(
                        config.year(),
                        s.source().county(),
                        s.source().id(),
                        s.id(),
                        s.source().dataset(),
                        s.source().file(),
                        0,
                        Optional.empty()))
            .toList();
    new SubmissionLog(lake, slice)
        .filed(
            filed, new SubmissionStep(SubmissionState.DRAFT, STEP, lake.run().logicalDate(), null));
  }

  private Dataset<Row> written() {
    List<Row> rows = new ArrayList<>();
    for (String dataset : config.datasets()) {
      lake.written("staging." + dataset, slice, writeId)
          .forEach((county, accepted) -> rows.add(RowFactory.create(county, dataset, accepted)));
    }
    return lake.spark()
        .createDataFrame(
            rows, StructType.fromDDL("county_code STRING, dataset STRING, rows_accepted BIGINT"));
  }

  private Dataset<Row> submissions(Dataset<Row> files) {
    List<Row> rows = new ArrayList<>();
    for (Submission s : config.submissions()) {
      rows.add(RowFactory.create(s.source().id(), s.id(), s.bytes()));
    }
    Dataset<Row> filed =
        lake.spark()
            .createDataFrame(
                rows, StructType.fromDDL("source_id STRING, submission_id STRING, bytes BIGINT"));
    return files
        .join(filed, "source_id")
        .withColumn("logical_date", lit(java.sql.Date.valueOf(lake.run().logicalDate())));
  }

  private Dataset<Row> accounts() {
    return lake.read("ops.row_account").where(slice.condition());
  }

  private void done(String table, long rows, long startNanos) {
    progress.done(STEP, table, rows, (System.nanoTime() - startNanos) / 1e9);
  }
}
