package org.riskcensus.pipeline.lakehouse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;
import org.jspecify.annotations.Nullable;

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
    return ofRun(run.id());
  }

  static RunBranch ofRun(String id) {
    return new RunBranch(PREFIX + id);
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

  /** How to move the run's writes to where main is now; empty where that cannot be done. */
  Optional<BranchRebase> findRebase(Table table, boolean keyed) {
    return BranchRebase.find(table, name, keyed);
  }

  /** What the run sees of {@code table}: its own writes, else what is published. */
  Optional<Snapshot> head(Table table) {
    SnapshotRef branch = table.refs().get(name);
    return Optional.ofNullable(
        branch == null ? table.currentSnapshot() : table.snapshot(branch.snapshotId()));
  }

  /** Makes the branch where it is missing; the name under which Spark writes to it. */
  String begin(Table table, String identifier) {
    if (!isOpen(table)) {
      try {
        create(table, table.currentSnapshot());
      } catch (IllegalArgumentException e) {
        table.refresh();
        if (!isOpen(table)) {
          throw e;
        }
        // An equal run has made it meanwhile, which is all that is wanted.
      }
    }
    return identifier + ".`branch_" + name + "`";
  }

  private void create(Table table, @Nullable Snapshot from) {
    ManageSnapshots manage = table.manageSnapshots();
    if (from == null) {
      manage.createBranch(name).commit();
    } else {
      manage.createBranch(name, from.snapshotId()).commit();
    }
  }

  /** Whether the branch is there and its newest write is {@code snapshot}. */
  boolean endsAt(Table table, long snapshot) {
    SnapshotRef branch = table.refs().get(name);
    return branch != null && branch.snapshotId() == snapshot;
  }

  /** Moves main to a snapshot of the run, and ends the branch when it ends there, in one commit. */
  void publish(Table table, long snapshot) {
    ManageSnapshots manage = table.manageSnapshots();
    if (endsAt(table, snapshot)) {
      manage.fastForwardBranch(SnapshotRef.MAIN_BRANCH, name).removeBranch(name).commit();
      return;
    }
    String released = name + "_released";
    manage
        .createBranch(released, snapshot)
        .fastForwardBranch(SnapshotRef.MAIN_BRANCH, released)
        .removeBranch(released)
        .commit();
  }

  /** Ends the branch without publishing it. */
  void drop(Table table) {
    table.manageSnapshots().removeBranch(name).commit();
  }
}
