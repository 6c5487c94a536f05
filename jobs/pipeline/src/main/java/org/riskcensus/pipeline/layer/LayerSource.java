package org.riskcensus.pipeline.layer;

import java.util.Optional;

/**
 * A layer as asked for on the command line, nothing of it checked.
 *
 * @param option its option, such as {@code --left}
 * @param source a file or a table of the lake
 * @param layer layer or sheet
 * @param charset charset of text
 * @param crs reference system, such as {@code EPSG:4548}
 */
public record LayerSource(
    String option,
    String source,
    Optional<String> layer,
    Optional<String> charset,
    Optional<String> crs) {}
