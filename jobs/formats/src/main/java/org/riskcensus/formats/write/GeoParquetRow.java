package org.riskcensus.formats.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One row on its way into Parquet. */
record GeoParquetRow(List<@Nullable Object> values, @Nullable Geometry geometry) {}
