package org.riskcensus.pipeline.lakehouse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.iceberg.util.SnapshotUtil;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;

/**
 * The published states of the lake, numbered from 1: which snapshot of each table belongs together.
 * A state is one commit to {@value #TABLE}, and that commit is what publishes: of two publishers at
 * once one gets the number, the other looks again. The branch {@code main} of each table follows
 * and is brought up by whoever comes next where a publisher was killed in between.
 */
public final class Releases {

  /** The table of the states. */
  public static final String TABLE = "ops.release";

  private static final String NUMBER = "census.release.number";
  private static final String RUN = "census.release.run";
  private static final String TAG = "census.release.tag";
  private static final String SNAPSHOT = "census.release.snapshot.";

  private final Catalog catalog;

  private Releases(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The states of the lake of a session. */
  public static Releases of(SparkSession spark) {
    return new Releases(Spark3Util.loadIcebergCatalog(spark, SparkSessions.CATALOG));
  }

  /** The newest state; empty in a lake where nothing was published. */
  public Optional<Release> newest() {
    return history().stream().findFirst();
  }

  /** The newest state with a tag such as {@code census-2025}. */
  public Optional<Release> find(String tag) {
    return history().stream().filter(state -> state.tag().equals(Optional.of(tag))).findFirst();
  }

  /** The states, newest first, as far back as maintenance has left them. */
  private List<Release> history() {
    TableIdentifier name = TableIdentifier.parse(TABLE);
    Snapshot head = catalog.tableExists(name) ? table(TABLE).currentSnapshot() : null;
    if (head == null) {
      return List.of();
    }
    Table table = table(TABLE);
    List<Release> states = new java.util.ArrayList<>();
    SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)
        .forEach(snapshot -> state(snapshot).ifPresent(states::add));
    return states;
  }

  private static Optional<Release> state(Snapshot snapshot) {
    Map<String, String> summary = snapshot.summary();
    String number = summary.get(NUMBER);
    if (number == null) {
      return Optional.empty();
    }
    Map<String, Long> snapshots = new TreeMap<>();
    summary.forEach(
        (key, value) -> {
          if (key.startsWith(SNAPSHOT)) {
            snapshots.put(key.substring(SNAPSHOT.length()), Long.parseLong(value));
          }
        });
    return Optional.of(
        new Release(
            Long.parseLong(number),
            Optional.ofNullable(summary.get(TAG)),
            summary.getOrDefault(RUN, ""),
            snapshots));
  }

  /**
   * Records a state, unless another publisher has taken its number.
   *
   * @param row the state as a row of the contract
   * @return whether it was recorded; not when another publisher came first
   */
  boolean record(Release next, Dataset<Row> row) {
    Snapshot head = table(TABLE).currentSnapshot();
    DataFrameWriterV2<Row> writer = row.writeTo(TABLE);
    writer.option("check-nullability", "false").option("isolation-level", "serializable");
    if (head != null) {
      long seen = state(head).map(Release::number).orElse(0L);
      if (seen >= next.number()) {
        return false;
      }
      writer.option("validate-from-snapshot-id", Long.toString(head.snapshotId()));
    }
    properties(next).forEach((key, value) -> writer.option("snapshot-property." + key, value));
    try {
      writer.overwrite(functions.col("number").equalTo(next.number()));
      return true;
    } catch (NoSuchTableException e) {
      throw new IllegalStateException("no table " + TABLE, e);
    } catch (RuntimeException e) {
      if (lost(e)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean lost(Throwable error) {
    return error instanceof ValidationException
        || (error.getCause() != null && lost(error.getCause()));
  }

  private static Map<String, String> properties(Release state) {
    Map<String, String> properties = new TreeMap<>();
    properties.put(NUMBER, Long.toString(state.number()));
    properties.put(RUN, state.runId());
    state.tag().ifPresent(tag -> properties.put(TAG, tag));
    state.snapshots().forEach((table, id) -> properties.put(SNAPSHOT + table, Long.toString(id)));
    return properties;
  }

  /**
   * Brings {@code main} of every table to the newest state, where its publisher has not, and ends
   * the branches it was published from. Any number of processes may do so at once.
   */
  public void settle() {
    newest().ifPresent(this::settle);
  }

  private void settle(Release state) {
    RunBranch branch = RunBranch.ofRun(state.runId());
    state.snapshots().forEach((name, released) -> settle(table(name), released, branch));
  }

  private static void settle(Table table, long released, RunBranch branch) {
    Snapshot published = table.currentSnapshot();
    if (published != null
        && SnapshotUtil.isAncestorOf(table, published.snapshotId(), released)
        && !branch.endsAt(table, released)) {
      return;
    }
    try {
      branch.publish(table, released);
    } catch (IllegalArgumentException | ValidationException | CommitFailedException e) {
      table.refresh();
      Snapshot now = table.currentSnapshot();
      if (now == null || !SnapshotUtil.isAncestorOf(table, now.snapshotId(), released)) {
        throw e;
      }
      // Another process has brought main up meanwhile, which is all that is wanted.
    }
  }

  private Table table(String name) {
    Table table = catalog.loadTable(TableIdentifier.parse(name));
    table.refresh();
    return table;
  }
}
