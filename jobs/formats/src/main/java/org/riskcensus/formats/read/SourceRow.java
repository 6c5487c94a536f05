package org.riskcensus.formats.read;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One row as filed.
 *
 * @param rowNumber 1-based: the data row of a table (header not counted), the feature of a layer,
 *     the pixel of a raster (row-major)
 * @param attributes field name as filed to its text, empty cells left out, in file order
 * @param geometry in the file's own coordinates (x = first ordinate on disk), null where absent
 * @param problem why the row could not be read whole, null where it could
 */
public record SourceRow(
    long rowNumber,
    Map<String, String> attributes,
    @Nullable Geometry geometry,
    @Nullable String problem) {}
