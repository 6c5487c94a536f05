package org.riskcensus.pipeline.lakehouse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * The Iceberg branch on which the writes of one run gather, out of sight of readers, until it is
 * published: one fast-forward of main for each table. A branch that main has moved past, because
 * another run was published meanwhile, is void.
 */
public final class RunBranch {

  private static final String PREFIX = "run_";

  private final String name;

  private RunBranch(String name) {
    this.name = name;
  }

  static RunBranch of(Run run) {
    return new RunBranch(PREFIX + run.id());
  }

  /**
   * Ends the branches of runs whose last write to {@code table} is older.
   *
   * @return their number
   */
  public static int dropOlder(Table table, Instant before) {
    List<String> old =
        table.refs().entrySet().stream()
            .filter(ref -> ref.getValue().isBranch() && ref.getKey().startsWith(PREFIX))
            .filter(ref -> isOlder(table.snapshot(ref.getValue().snapshotId()), before))
            .map(Map.Entry::getKey)
            .toList();
    if (!old.isEmpty()) {
      ManageSnapshots manage = table.manageSnapshots();
      old.forEach(manage::removeBranch);
      manage.commit();
    }
    return old.size();
  }

  private static boolean isOlder(Snapshot snapshot, Instant before) {
    return snapshot.timestampMillis() < before.toEpochMilli();
  }

  String name() {
    return name;
  }

  /** Whether the run has written to {@code table} and not published it. */
  boolean isOpen(Table table) {
    return table.refs().containsKey(name);
  }

  /** Whether main has moved past what the run has written. */
  boolean isVoid(Table table) {
    SnapshotRef branch = table.refs().get(name);
    Snapshot published = table.currentSnapshot();
    return branch != null
        && published != null
        && !SnapshotUtil.isAncestorOf(table, branch.snapshotId(), published.snapshotId());
  }

  /** What the run sees of {@code table}: its own writes, else what is published. */
  Optional<Snapshot> head(Table table) {
    SnapshotRef branch = table.refs().get(name);
    return Optional.ofNullable(
        branch == null ? table.currentSnapshot() : table.snapshot(branch.snapshotId()));
  }

  /** Makes the branch where it is missing; the name under which Spark writes to it. */
  String begin(Table table, String identifier) {
    Snapshot published = table.currentSnapshot();
    if (!isOpen(table) && published == null) {
      table.manageSnapshots().createBranch(name).commit();
    } else if (!isOpen(table)) {
      table
          .manageSnapshots()
          .createBranch(name, Objects.requireNonNull(published).snapshotId())
          .commit();
    }
    return identifier + ".`branch_" + name + "`";
  }

  /** Moves main to the run's writes and ends the branch, in one commit. */
  void publish(Table table) {
    table
        .manageSnapshots()
        .fastForwardBranch(SnapshotRef.MAIN_BRANCH, name)
        .removeBranch(name)
        .commit();
  }

  /** Ends the branch without publishing it. */
  void drop(Table table) {
    table.manageSnapshots().removeBranch(name).commit();
  }
}
