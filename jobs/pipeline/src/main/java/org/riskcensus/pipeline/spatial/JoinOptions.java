package org.riskcensus.pipeline.spatial;

import java.util.Set;
import org.riskcensus.core.join.Measure;

/**
 * How a join is carried out and what it gives.
 *
 * @param kind which rows
 * @param measures what is measured of each pair; their columns are added to pairs
 * @param strategy the way; results do not depend on it
 * @param broadcastBytes up to what size of the right side every task gets all of it
 * @param parts whether pairs carry, as their last column, what of the right geometry matters to the
 *     left one
 */
public record JoinOptions(
    JoinKind kind, Set<Measure> measures, Strategy strategy, long broadcastBytes, boolean parts) {

  /** Such a side, with an index of up to 300 bytes a vertex, fits into a heap of 2 GiB. */
  public static final long DEFAULT_BROADCAST_BYTES = 64L << 20;

  /** Ways to bring the two sides together. */
  public enum Strategy {
    /** By the size of the right side. */
    AUTO,
    /** Every task gets the whole right side. */
    BROADCAST,
    /** Both sides are shuffled by grid cell. */
    SHUFFLE
  }

  /** Options for pairs without parts. */
  public JoinOptions(JoinKind kind, Set<Measure> measures, Strategy strategy, long broadcastBytes) {
    this(kind, measures, strategy, broadcastBytes, false);
  }

  /** Options with the shared area as the only measure, or none. */
  public JoinOptions(JoinKind kind, boolean area, Strategy strategy, long broadcastBytes) {
    this(kind, area ? Set.of(Measure.AREA) : Set.of(), strategy, broadcastBytes);
  }

  /** Automatic, without measures. */
  public static JoinOptions of(JoinKind kind) {
    return new JoinOptions(kind, Set.of(), Strategy.AUTO, DEFAULT_BROADCAST_BYTES);
  }

  /** The same for other rows. */
  public JoinOptions with(JoinKind other) {
    return new JoinOptions(other, measures, strategy, broadcastBytes, parts);
  }

  /** The same with the parts of pairs and no measures. */
  JoinOptions withParts() {
    return new JoinOptions(kind, Set.of(), strategy, broadcastBytes, true);
  }
}
