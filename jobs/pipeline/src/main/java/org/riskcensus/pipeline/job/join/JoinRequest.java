package org.riskcensus.pipeline.job.join;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A join as asked for on the command line, nothing of it checked.
 *
 * @param left the left side
 * @param right the right side
 * @param predicate its name
 * @param distance metres of {@code dwithin}
 * @param k neighbours of {@code nearest}
 * @param how which rows
 * @param area whether shared areas are measured
 * @param summary whether the counts are printed
 * @param out the file to write
 * @param settings {@code join.strategy}, {@code join.broadcast_bytes}
 */
public record JoinRequest(
    Side left,
    Side right,
    String predicate,
    OptionalDouble distance,
    OptionalInt k,
    String how,
    boolean area,
    boolean summary,
    Optional<Path> out,
    Map<String, String> settings) {

  /**
   * One side.
   *
   * @param option its option, such as {@code --left}
   * @param source a file or a table of the lake
   * @param layer layer or sheet
   * @param charset charset of text
   * @param crs reference system, such as {@code EPSG:4548}
   */
  public record Side(
      String option,
      String source,
      Optional<String> layer,
      Optional<String> charset,
      Optional<String> crs) {}
}
