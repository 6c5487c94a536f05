package org.riskcensus.pipeline.job.join;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.riskcensus.pipeline.layer.LayerSource;

/**
 * A join as asked for on the command line, nothing of it checked.
 *
 * @param left the left side
 * @param right the right side
 * @param predicate its name
 * @param distance metres of {@code dwithin}
 * @param k neighbours of {@code nearest}
 * @param how which rows
 * @param measures names of what is measured of each pair
 * @param classes the classes of the right side that its rows are taken together by
 * @param summary whether the counts are printed
 * @param out the file to write
 * @param settings {@code join.strategy}, {@code join.broadcast_bytes}
 */
public record JoinRequest(
    LayerSource left,
    LayerSource right,
    String predicate,
    OptionalDouble distance,
    OptionalInt k,
    String how,
    List<String> measures,
    Optional<ClassRequest> classes,
    boolean summary,
    Optional<Path> out,
    Map<String, String> settings) {}
