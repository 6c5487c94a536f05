package org.riskcensus.pipeline.job.zonal;

import java.nio.file.Path;
import java.util.Optional;
import org.riskcensus.pipeline.layer.LayerSource;

/**
 * Zonal statistics as asked for on the command line, nothing of it checked.
 *
 * @param zones areas, lines or points
 * @param raster the raster's file
 * @param rasterCrs its reference system, such as {@code EPSG:4548}
 * @param method its name
 * @param byClass whether cells are counted by value
 * @param out the file to write
 */
public record ZonalRequest(
    LayerSource zones,
    String raster,
    Optional<String> rasterCrs,
    String method,
    boolean byClass,
    Path out) {}
