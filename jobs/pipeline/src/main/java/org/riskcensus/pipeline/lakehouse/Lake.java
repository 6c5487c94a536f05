package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotChanges;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.riskcensus.pipeline.contract.Contracts;

/**
 * The tables of the lake as one run sees them: it reads the rows of its own year and counties, and
 * replaces them in one commit a table, on a branch of its own that {@link #publish} makes visible.
 * Every row written carries the run's id, the snapshots it was computed from and the method
 * version. Safe for use from several threads of one driver.
 */
public final class Lake {

  private final SparkSession spark;
  private final Contracts contracts;
  private final Catalog catalog;
  private final Run run;
  private final RunBranch branch;
  private final ContractRows contractRows;

  private Lake(SparkSession spark, Contracts contracts, Catalog catalog, Run run) {
    this.spark = spark;
    this.contracts = contracts;
    this.catalog = catalog;
    this.run = run;
    this.branch = RunBranch.of(run);
    this.contractRows = new ContractRows(run);
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
    lake.publication().dropIfVoid();
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
    contractRows.readFrom(table, snapshot.get().snapshotId());
    return spark.read().option("versionAsOf", snapshot.get().snapshotId()).table(table);
  }

  /**
   * Begins to write to {@code table}: what is read of it from now on is one state of main, and what
   * is written is published behind that state only, unless it has nothing to do with what came
   * between.
   */
  public void begin(String table) {
    branch.begin(table(table), table);
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

  /** The writes that {@link Slice#others} tells, as this run sees {@code table}. */
  public Map<String, String> writesOfOthers(String table, Slice slice) {
    Table loaded = table(table);
    return branch.head(loaded).map(head -> slice.others(loaded, head)).orElse(Map.of());
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
      DataFrameWriterV2<Row> writer = conform(table, rows).writeTo(target);
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
    return contractRows
        .conform(contracts.get(table), rows)
        .writeTo(branch.begin(table(table), table));
  }

  /** The rows with the columns of the table's contract, provenance filled in. */
  Dataset<Row> conform(String table, Dataset<Row> rows) {
    return contractRows.conform(contracts.get(table), rows);
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
   * @throws ConcurrentRunException when another run was published since this one began and replaced
   *     rows of the same counties
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when other counties of the year were
   *     assessed by other levels
   */
  public int publish(Optional<String> tag) {
    return publication().publish(tag);
  }

  Publication publication() {
    return new Publication(this, branch);
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
}
