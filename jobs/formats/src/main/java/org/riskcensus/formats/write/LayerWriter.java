package org.riskcensus.formats.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Writes rows to one file, which appears under its name only when the writer is closed. */
public interface LayerWriter extends Closeable {

  /**
   * Appends one row.
   *
   * @param values one value a field of the schema, in its order; null for no value
   * @param geometry longitude (easting) first, null where absent
   */
  void write(List<? extends @Nullable Object> values, @Nullable Geometry geometry)
      throws IOException;
}
