package org.riskcensus.pipeline.lakehouse;

import java.sql.Date;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * Makes what a run has written on its branch a state of the lake, behind the runs that were
 * published since it began.
 */
final class Publication {

  private static final int ATTEMPTS = 100;

  private final Lake lake;
  private final RunBranch branch;
  private final Run run;

  Publication(Lake lake, RunBranch branch) {
    this.lake = lake;
    this.branch = branch;
    this.run = lake.run();
  }

  /**
   * Makes everything this run has written visible at once: a new state of the lake. Where other
   * runs were published meanwhile, the writes are moved behind theirs.
   *
   * @param tag name of the release, if the state is one
   * @return number of tables that changed
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when other counties of the year were
   *     assessed by other levels
   * @throws IllegalStateException when another run was published since this one began and replaced
   *     rows of the same counties
   */
  int publish(Optional<String> tag) {
    Releases releases = Releases.of(lake.spark());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Release> base = releases.newest();
      releases.settle();
      if (dropIfVoid()) {
        throw new ConcurrentRunException(
            "run "
                + run.id()
                + ": another run of the same counties was published since this one began, and"
                + " nothing of this one was; start it again");
      }
      if (branch.isOpen(lake.table(KeptLevels.TABLE))) {
        KeptLevels.requireOne(lake); // after each settling: another county may just have come
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
    for (TableContract contract : lake.contracts().list()) {
      if (!contract.name().equals(Releases.TABLE)) {
        branch
            .head(lake.table(contract.name()))
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
    return lake.conform(Releases.TABLE, lake.spark().createDataFrame(List.of(row), type));
  }

  /**
   * Moves all branches of the run to where main is now; ends them all when that cannot be done with
   * one: a run is published from one state of main.
   *
   * @return whether they were ended
   */
  boolean dropIfVoid() {
    Map<TableContract, Table> written = written();
    List<Optional<BranchRebase>> moves = new ArrayList<>();
    written.forEach(
        (contract, table) -> {
          if (branch.isVoid(table)) {
            moves.add(branch.findRebase(table, contract.isKeyed()));
          }
        });
    if (moves.stream().anyMatch(Optional::isEmpty)) {
      written.values().forEach(branch::drop);
      return true;
    }
    moves.forEach(move -> move.orElseThrow().apply());
    return false;
  }

  private Map<TableContract, Table> written() {
    Map<TableContract, Table> written = new LinkedHashMap<>();
    for (TableContract contract : lake.contracts().list()) {
      Table table = lake.table(contract.name());
      if (branch.isOpen(table)) {
        written.put(contract, table);
      }
    }
    return written;
  }
}
