package org.riskcensus.pipeline.lakehouse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotChanges;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * Moves the writes of a run to the newest state of a table, when another run was published since it
 * began and the two wrote slices that have nothing to do with each other: the files the run added
 * and removed are committed again after those of the other, in one step, and nothing is computed
 * anew. A run reads the rows of its own counties only, so what it computed stays right; of keyed
 * tables it reads what other sources have filed there too.
 */
final class BranchRebase {

  private static final String REBASED = "census.rebased-from";

  private final Table table;
  private final String branch;
  private final Snapshot published;
  private final List<Snapshot> own;

  private BranchRebase(Table table, String branch, Snapshot published, List<Snapshot> own) {
    this.table = table;
    this.branch = branch;
    this.published = published;
    this.own = own;
  }

  /**
   * How to move {@code branch}; empty where the run has to be computed again.
   *
   * @param keyed see {@link Slice#unrelated}
   */
  static Optional<BranchRebase> find(Table table, String branch, boolean keyed) {
    Snapshot published = table.currentSnapshot();
    Snapshot head = table.snapshot(branch);
    List<Snapshot> theirs = ancestors(table, published);
    List<Snapshot> own = ancestors(table, head);
    List<Snapshot> shared = new ArrayList<>(own);
    shared.retainAll(theirs);
    if (shared.isEmpty() && !(beganEmpty(own) && beganEmpty(theirs))) {
      return Optional.empty();
    }
    own.removeAll(shared);
    theirs.removeAll(shared);
    Collections.reverse(own);
    BranchRebase rebase = new BranchRebase(table, branch, published, own);
    return disjoint(own, theirs, keyed) && rebase.replaceable()
        ? Optional.of(rebase)
        : Optional.empty();
  }

  private static List<Snapshot> ancestors(Table table, Snapshot head) {
    List<Snapshot> snapshots = new ArrayList<>();
    SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot).forEach(snapshots::add);
    return snapshots;
  }

  private static boolean beganEmpty(List<Snapshot> newestFirst) {
    return newestFirst.get(newestFirst.size() - 1).parentId() == null;
  }

  private static boolean disjoint(List<Snapshot> own, List<Snapshot> theirs, boolean keyed) {
    return theirs.stream()
        .filter(snapshot -> !neutral(snapshot))
        .allMatch(
            their -> own.stream().allMatch(mine -> neutral(mine) || disjoint(mine, their, keyed)));
  }

  /** Commits that change no rows: compaction, and the empty first snapshot of a branch. */
  private static boolean neutral(Snapshot snapshot) {
    return DataOperations.REPLACE.equals(snapshot.operation())
        || (Slice.find(snapshot).isEmpty()
            && snapshot.summary().getOrDefault("total-records", "0").equals("0"));
  }

  private static boolean disjoint(Snapshot mine, Snapshot their, boolean keyed) {
    Optional<Slice> own = Slice.find(mine);
    Optional<Slice> other = Slice.find(their);
    return own.isPresent() && other.isPresent() && own.get().unrelated(other.get(), keyed);
  }

  /** Whether every file the run removed is still there, and it deleted no rows inside of files. */
  private boolean replaceable() {
    Set<String> removed = new TreeSet<>();
    for (Snapshot snapshot : own) {
      SnapshotChanges changes = changes(snapshot);
      if (changes.addedDeleteFiles().iterator().hasNext()
          || changes.removedDeleteFiles().iterator().hasNext()) {
        return false;
      }
      changes.removedDataFiles().forEach(file -> removed.add(file.location()));
    }
    for (Snapshot snapshot : own) {
      changes(snapshot).addedDataFiles().forEach(file -> removed.remove(file.location()));
    }
    removed.removeAll(live(removed));
    return removed.isEmpty();
  }

  private Set<String> live(Set<String> wanted) {
    Set<String> live = new TreeSet<>();
    if (wanted.isEmpty()) {
      return live;
    }
    try (CloseableIterable<FileScanTask> files =
        table.newScan().useSnapshot(published.snapshotId()).planFiles()) {
      files.forEach(task -> live.add(task.file().location()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("planning a scan of " + table.name(), e);
    }
    return live;
  }

  private SnapshotChanges changes(Snapshot snapshot) {
    return SnapshotChanges.builderFor(table).snapshot(snapshot).build();
  }

  /** Moves the branch, in one commit. */
  void apply() {
    Transaction move = table.newTransaction();
    move.manageSnapshots().replaceBranch(branch, published.snapshotId()).commit();
    for (Snapshot snapshot : own) {
      OverwriteFiles again = move.newOverwrite().toBranch(branch);
      SnapshotChanges changes = changes(snapshot);
      for (DataFile file : changes.addedDataFiles()) {
        again.addFile(file);
      }
      for (DataFile file : changes.removedDataFiles()) {
        again.deleteFile(file);
      }
      Slice.copy(snapshot, again::set);
      again.set(REBASED, Long.toString(snapshot.snapshotId()));
      again.commit();
    }
    move.commitTransaction();
  }
}
