package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.col;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;
import org.apache.spark.sql.Column;

/**
 * The part of a table that one write owns and replaces as a whole: the rows of one census year and
 * some counties, or of one source among them. The write is named in the snapshot's summary, so that
 * the same write is done once, however often a run is started again.
 *
 * @param year census year
 * @param counties six-digit county codes
 * @param source id of the only source owned; empty when all sources are
 */
public record Slice(int year, List<String> counties, Optional<String> source) {

  /** The id of a commit that takes part in a write and does not end it. */
  static final String NO_WRITE = "";

  private static final String SLICE = "census.slice";
  private static final String WRITE = "census.write-id";

  /** The slice of everything a run owns. */
  static Slice of(Run run) {
    return new Slice(run.year(), run.counties(), Optional.empty());
  }

  /** The rows of the slice. */
  public Column condition() {
    Column condition =
        col("census_year").equalTo(year).and(col("county_code").isin(counties.toArray()));
    return source.map(id -> condition.and(col("source_id").equalTo(id))).orElse(condition);
  }

  /** The snapshot properties of a write of this slice. */
  Map<String, String> properties(String writeId) {
    return Map.of(SLICE, key(), WRITE, writeId);
  }

  /**
   * The snapshot of the write {@code writeId} of this slice, if it is the newest that touched it.
   *
   * @param head the snapshot to look back from
   */
  Optional<Snapshot> find(Table table, Snapshot head, String writeId) {
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      String written = snapshot.summary().get(SLICE);
      if (written != null && overlaps(written)) {
        boolean same = written.equals(key()) && writeId.equals(snapshot.summary().get(WRITE));
        return same ? Optional.of(snapshot) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The newest write of each other source to rows of the same year and counties, by source; a write
   * of all sources is that of none, named by an empty text.
   *
   * @param head the snapshot to look back from
   */
  Map<String, String> others(Table table, Snapshot head) {
    Map<String, String> writes = new TreeMap<>();
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      find(snapshot)
          .filter(other -> other.year == year && !Collections.disjoint(other.counties, counties))
          .filter(other -> other.source.isEmpty() || !other.source.equals(source))
          .ifPresent(
              other ->
                  writes.putIfAbsent(
                      other.source.orElse(""), snapshot.summary().getOrDefault(WRITE, "")));
    }
    return writes;
  }

  /** The slice a commit wrote; empty for a commit that is no write of a run. */
  static Optional<Slice> find(Snapshot snapshot) {
    String key = snapshot.summary().get(SLICE);
    if (key == null) {
      return Optional.empty();
    }
    String[] parts = key.split(":", 3);
    return Optional.of(
        new Slice(
            Integer.parseInt(parts[0]),
            List.of(parts[1].split(",")),
            Optional.of(parts[2]).filter(source -> !source.isEmpty())));
  }

  /** Gives the properties of the write that {@code snapshot} belongs to. */
  static void copy(Snapshot snapshot, BiConsumer<String, String> to) {
    for (String property : List.of(SLICE, WRITE)) {
      String value = snapshot.summary().get(property);
      if (value != null) {
        to.accept(property, value);
      }
    }
  }

  /**
   * Whether neither write can depend on the other: they share no county in any year, or are of
   * different sources of one year.
   *
   * @param keyed whether a source may only write objects that no other source has written, so that
   *     sources do depend on each other
   */
  boolean unrelated(Slice other, boolean keyed) {
    boolean sources =
        !keyed
            && year == other.year
            && source.isPresent()
            && other.source.isPresent()
            && !source.equals(other.source);
    return sources || Collections.disjoint(counties, other.counties);
  }

  private String key() {
    return year + ":" + String.join(",", new TreeSet<>(counties)) + ":" + source.orElse("");
  }

  private boolean overlaps(String other) {
    String[] parts = other.split(":", 3);
    Set<String> shared = new HashSet<>(List.of(parts[1].split(",")));
    shared.retainAll(counties);
    boolean sameSource = source.isEmpty() || parts[2].isEmpty() || parts[2].equals(source.get());
    return parts[0].equals(Integer.toString(year)) && !shared.isEmpty() && sameSource;
  }
}
