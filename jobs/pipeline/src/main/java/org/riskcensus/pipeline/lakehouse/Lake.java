package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

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
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.StructField;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;

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

  /** Appends rows to an append-only table; returns their number. */
  public long append(String table, Slice slice, String writeId, Dataset<Row> rows) {
    DataFrameWriterV2<Row> writer = writer(table, rows);
    try {
      options(writer, slice.properties(writeId)).append();
    } catch (NoSuchTableException e) {
      throw new IllegalStateException("run " + run.id() + ": no table " + table, e);
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

  /**
   * Makes everything this run has written visible, in one step a table.
   *
   * @return number of tables that changed
   * @throws IllegalStateException when another run was published since this one began
   */
  public int publish() {
    if (dropIfVoid()) {
      throw new IllegalStateException(
          "run "
              + run.id()
              + ": another run was published since this one began, and nothing of this one was;"
              + " start it again");
    }
    List<Table> written = written();
    written.forEach(branch::publish);
    return written.size();
  }

  /** Ends all branches of the run when one is void: a run is published from one state of main. */
  private boolean dropIfVoid() {
    List<Table> written = written();
    boolean isVoid = written.stream().anyMatch(branch::isVoid);
    if (isVoid) {
      written.forEach(branch::drop);
    }
    return isVoid;
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
    var present = loaded.refs().get(run.tag());
    if (present == null) {
      loaded.manageSnapshots().createTag(run.tag(), current.snapshotId()).commit();
    } else if (present.snapshotId() != current.snapshotId()) {
      loaded.manageSnapshots().replaceTag(run.tag(), current.snapshotId()).commit();
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
                new IllegalStateException(
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
