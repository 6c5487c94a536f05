package org.riskcensus.pipeline.lakehouse;

import java.util.Map;
import java.util.Optional;

/**
 * One published state of the lake.
 *
 * @param number from 1, without gaps
 * @param tag name of the release, such as {@code census-2025}; empty where rows were only ingested
 * @param runId run that was published
 * @param snapshots table to its snapshot, for all tables that have one
 */
public record Release(
    long number, Optional<String> tag, String runId, Map<String, Long> snapshots) {

  /** The snapshot of a table in this state; empty where it had no rows yet. */
  public Optional<Long> findSnapshot(String table) {
    return Optional.ofNullable(snapshots.get(table));
  }
}
