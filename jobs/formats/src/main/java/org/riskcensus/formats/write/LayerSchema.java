package org.riskcensus.formats.write;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a layer or sheet holds.
 *
 * @param name layer or sheet name
 * @param fields attributes in order
 * @param geometryType OGC name in capitals such as {@code MULTIPOLYGON}; null for a plain table
 * @param crs reference system of the geometry, such as {@code EPSG:4490}; null without geometry
 */
public record LayerSchema(
    String name, List<LayerField> fields, @Nullable String geometryType, @Nullable String crs) {}
