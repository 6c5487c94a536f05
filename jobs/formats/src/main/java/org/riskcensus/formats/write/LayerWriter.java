package org.riskcensus.formats.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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

  /** Fields whose names the format had to cut, with the names they have in the file. */
  Map<String, String> cutNames();

  /**
   * Gives the file up: closing then leaves nothing behind, and an older file of the name as it was.
   * For a producer that failed between two rows; a failed {@link #write} does it by itself.
   */
  void abandon();
}
