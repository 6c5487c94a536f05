package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import java.sql.Date;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotChanges;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * The tables of the lake as one run sees them: it reads the rows of its own year and counties, and
 * replaces them in one commit a table, on a branch of its own that {@link #publish} makes visible.
 * Every row written carries the run's id, the snapshots it was computed from and the method
 * version. Safe for use from several threads of one driver.
 */
public final class Lake {

  private static final int PUBLISH_ATTEMPTS = 100;

  private final SparkSession spark;
  private final Contracts contracts;
  private final Catalog catalog;
  private final Run run;
  private final RunBranch branch;
  private final Map<String, Long> inputs = new ConcurrentSkipListMap<>();

  private Lake(SparkSession spark, Contracts contracts, Catalog catalog, Run run) {
    this.spark = spark;
    this.contracts = contracts;
    this.catalog = catalog;
    this.run = run;
    this.branch = RunBranch.of(run);
  }

  /**
   * Opens the lake of a session for a run, making or evolving its tables from the contracts. What
   * an earlier attempt of the same run has written is found again, unless another run was published
   * meanwhile.
   */
  public static Lake open(SparkSession spark, Contracts contracts, Run run) {
    Catalog catalog = Spark3Util.loadIcebergCatalog(spark, SparkSessions.CATALOG);
    new ContractTables(catalog, contracts).prepare();
    Lake lake = new Lake(spark, contracts, catalog, run);
    Releases.of(spark).settle();
    lake.dropIfVoid();
    return lake;
  }

  /** A view of the lake for one step: the snapshots it reads are its own record of inputs. */
  public Lake step() {
    return new Lake(spark, contracts, catalog, run);
  }

  public SparkSession spark() {
    return spark;
  }

  public Run run() {
    return run;
  }

  public Contracts contracts() {
    return contracts;
  }

  /** The whole table, with what this run has written to it. */
  public Dataset<Row> read(String table) {
    Optional<Snapshot> snapshot = branch.head(table(table));
    if (snapshot.isEmpty()) {
      return spark.table(table);
    }
    inputs.put(table, snapshot.get().snapshotId());
    return spark.read().option("versionAsOf", snapshot.get().snapshotId()).table(table);
  }

  /** The rows of one census year and of the run's counties. */
  public Dataset<Row> read(String table, int year) {
    return read(table).where(new Slice(year, run.counties(), Optional.empty()).condition());
  }

  /** Whether this run has already replaced its rows of {@code table}. */
  public boolean holds(String table) {
    return holds(table, Slice.of(run), run.id());
  }

  /** Whether {@code writeId} is the newest write of a slice of {@code table}. */
  public boolean holds(String table, Slice slice, String writeId) {
    return find(table(table), slice, writeId).isPresent();
  }

  private Optional<Snapshot> find(Table table, Slice slice, String writeId) {
    return branch.head(table).flatMap(head -> slice.find(table, head, writeId));
  }

  /** Whether this run has already replaced its rows of every one of {@code tables}. */
  public boolean holdsAll(Collection<String> tables) {
    return tables.stream().allMatch(this::holds);
  }

  /**
   * Replaces the run's rows of one year, once a run: a second call by an equal run changes nothing.
   *
   * @param rows columns of the contract in any order; provenance is added here
   * @return rows the table now holds from this run
   */
  public long replaceYear(String table, int year, Dataset<Row> rows) {
    if (year != run.year()) {
      throw new IllegalArgumentException("run of " + run.year() + " cannot write " + year);
    }
    return replace(table, Slice.of(run), run.id(), rows);
  }

  /** Replaces a slice once per {@code writeId}; see {@link #replaceYear}. */
  public long replace(String table, Slice slice, String writeId, Dataset<Row> rows) {
    if (!holds(table, slice, writeId)) {
      if (slice.source().isPresent()) {
        new SourceRows(spark, slice).delete(table(table), table, branch);
        return append(table, slice, writeId, rows);
      }
      DataFrameWriterV2<Row> writer = writer(table, rows);
      try {
        options(writer, slice.properties(writeId)).overwrite(slice.condition());
      } catch (NoSuchTableException e) {
        throw new IllegalStateException("run " + run.id() + ": no table " + table, e);
      }
    }
    return rows(table, slice, writeId);
  }

  /**
   * Appends rows once per {@code writeId}, also when equal runs do so at once: the commit is
   * refused when anything was added to the branch since it was looked at.
   *
   * @return number of rows
   */
  public long append(String table, Slice slice, String writeId, Dataset<Row> rows) {
    String target = branch.begin(table(table), table);
    Optional<Snapshot> seen = branch.head(table(table));
    if (seen.flatMap(head -> slice.find(table(table), head, writeId)).isEmpty()) {
      DataFrameWriterV2<Row> writer = conform(contracts.get(table), rows).writeTo(target);
      writer.option("isolation-level", "serializable");
      seen.ifPresent(
          head -> writer.option("validate-from-snapshot-id", Long.toString(head.snapshotId())));
      try {
        options(writer, slice.properties(writeId)).overwrite(lit(false));
      } catch (NoSuchTableException e) {
        throw new IllegalStateException("run " + run.id() + ": no table " + table, e);
      }
    }
    return rows(table, slice, writeId);
  }

  private DataFrameWriterV2<Row> writer(String table, Dataset<Row> rows) {
    return conform(contracts.get(table), rows).writeTo(branch.begin(table(table), table));
  }

  /** The name under which Iceberg and SQL read what this run has written and not published. */
  public String branch() {
    return branch.name();
  }

  /** Publishes what was written, as a state of the lake without a name. */
  public int publish() {
    return publish(Optional.empty());
  }

  /**
   * Makes everything this run has written visible at once: a new state of the lake. Where other
   * runs were published meanwhile, the writes are moved behind theirs.
   *
   * @param tag name of the release, if the state is one
   * @return number of tables that changed
   * @throws IllegalStateException when another run was published since this one began and replaced
   *     rows of the same counties
   */
  public int publish(Optional<String> tag) {
    Releases releases = Releases.of(spark);
    for (int attempt = 0; attempt < PUBLISH_ATTEMPTS; attempt++) {
      Optional<Release> base = releases.newest();
      releases.settle();
      if (dropIfVoid()) {
        throw new ConcurrentRunException(
            "run "
                + run.id()
                + ": another run of the same counties was published since this one began, and"
                + " nothing of this one was; start it again");
      }
      int written = written().size();
      if (written == 0 && !isNews(tag, releases)) {
        return 0;
      }
      Release next = next(base, tag);
      if (releases.record(next, releaseRow(next))) {
        releases.settle();
        return written;
      }
    }
    throw new ConcurrentRunException(
        "run " + run.id() + ": other runs are being published all the time; start it again");
  }

  /** Whether a release is to be named that this run is not the newest to bear. */
  private boolean isNews(Optional<String> tag, Releases releases) {
    return tag.isPresent()
        && releases.find(tag.get()).filter(state -> state.runId().equals(run.id())).isEmpty();
  }

  /** The state in which this run's writes take the place of what is published. */
  Release next(Optional<Release> base, Optional<String> tag) {
    Map<String, Long> snapshots = new TreeMap<>();
    for (TableContract contract : contracts.list()) {
      if (!contract.name().equals(Releases.TABLE)) {
        branch
            .head(table(contract.name()))
            .ifPresent(head -> snapshots.put(contract.name(), head.snapshotId()));
      }
    }
    return new Release(base.map(Release::number).orElse(0L) + 1, tag, run.id(), snapshots);
  }

  Dataset<Row> releaseRow(Release next) {
    Map<String, String> snapshots = new TreeMap<>();
    next.snapshots().forEach((table, id) -> snapshots.put(table, Long.toString(id)));
    Row row =
        RowFactory.create(
            next.number(),
            next.tag().orElse(null),
            run.census(),
            Date.valueOf(run.logicalDate()),
            snapshots);
    StructType type =
        StructType.fromDDL(
            "number BIGINT, tag STRING, census STRING, logical_date DATE,"
                + " snapshots MAP<STRING, STRING>");
    return conform(contracts.get(Releases.TABLE), spark.createDataFrame(List.of(row), type));
  }

  /**
   * Moves all branches of the run to where main is now; ends them all when that cannot be done with
   * one: a run is published from one state of main.
   *
   * @return whether they were ended
   */
  private boolean dropIfVoid() {
    List<Table> written = written();
    List<Table> left = written.stream().filter(branch::isVoid).toList();
    List<BranchRebase> moves =
        left.stream().map(branch::findRebase).flatMap(Optional::stream).toList();
    if (moves.size() < left.size()) {
      written.forEach(branch::drop);
      return true;
    }
    moves.forEach(BranchRebase::apply);
    return false;
  }

  private List<Table> written() {
    return contracts.list().stream()
        .map(contract -> table(contract.name()))
        .filter(branch::isOpen)
        .toList();
  }

  /** Tags the current snapshot of {@code table} with the run's release, if it is not yet. */
  public boolean tag(String table) {
    Table loaded = table(table);
    Snapshot current = loaded.currentSnapshot();
    if (current == null) {
      return false;
    }
    long released =
        Releases.of(spark)
            .find(run.tag())
            .flatMap(state -> state.findSnapshot(table))
            .orElse(current.snapshotId());
    var present = loaded.refs().get(run.tag());
    if (present == null) {
      loaded.manageSnapshots().createTag(run.tag(), released).commit();
    } else if (present.snapshotId() != released) {
      loaded.manageSnapshots().replaceTag(run.tag(), released).commit();
    }
    return true;
  }

  /** Rows by county that the write {@code writeId} added, counted in the files it committed. */
  public Map<String, Long> written(String table, Slice slice, String writeId) {
    Table loaded = table(table);
    Map<String, Long> rows = new TreeMap<>();
    Snapshot write = snapshot(loaded, slice, writeId);
    SnapshotChanges changes = SnapshotChanges.builderFor(loaded).snapshot(write).build();
    for (DataFile file : changes.addedDataFiles()) {
      rows.merge(county(loaded, file), file.recordCount(), Long::sum);
    }
    return rows;
  }

  private static String county(Table table, DataFile file) {
    PartitionSpec spec = Objects.requireNonNull(table.specs().get(file.specId()));
    for (int i = 0; i < spec.fields().size(); i++) {
      if (spec.fields().get(i).name().equals("county_code")) {
        return file.partition().get(i, String.class);
      }
    }
    throw new IllegalArgumentException(table.name() + " is not partitioned by county_code");
  }

  /** The Iceberg table, freshly loaded. */
  public Table table(String table) {
    Table loaded = catalog.loadTable(TableIdentifier.parse(table));
    loaded.refresh();
    return loaded;
  }

  private long rows(String table, Slice slice, String writeId) {
    Snapshot written = snapshot(table(table), slice, writeId);
    return Long.parseLong(written.summary().getOrDefault("added-records", "0"));
  }

  private Snapshot snapshot(Table table, Slice slice, String writeId) {
    return find(table, slice, writeId)
        .orElseThrow(
            () ->
                new ConcurrentRunException(
                    "run " + run.id() + ": another run replaced rows of " + table + " meanwhile"));
  }

  private static DataFrameWriterV2<Row> options(
      DataFrameWriterV2<Row> writer, Map<String, String> snapshotProperties) {
    writer.option("check-nullability", "false");
    snapshotProperties.forEach((key, value) -> writer.option("snapshot-property." + key, value));
    return writer;
  }

  /** The contract's columns in its order and types, provenance filled in. */
  private Dataset<Row> conform(TableContract contract, Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(contract.sparkSchema().fields())
            .map(field -> column(contract, field, Arrays.asList(rows.columns())))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private Column column(TableContract contract, StructField field, Collection<String> present) {
    if (present.contains(field.name())) {
      return col(field.name()).cast(field.dataType()).as(field.name());
    }
    Column value =
        switch (field.name()) {
          case "census_year" -> lit(run.year());
          case "run_id" -> lit(run.id());
          case "method_version" -> lit(run.methodVersion());
          case "input_snapshots" -> lit(inputs.toString());
          case "county_code" -> substring(col("admin_code"), 1, 6);
          default -> {
            if (field.nullable()) {
              yield lit(null);
            }
            throw new IllegalArgumentException(
                contract.name() + ": the rows to write lack the column " + field.name());
          }
        };
    return Objects.requireNonNull(value).cast(field.dataType()).as(field.name());
  }
}
