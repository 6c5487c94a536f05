package org.riskcensus.formats.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.style.StyledLayer;

/** One format's bytes: rows arrive checked, files are written where they are staged. */
interface LayerEncoder extends Closeable {

  /**
   * Adds a row.
   *
   * @param values each null or of the class of its {@link FieldType}
   * @param geometry of the layer's type, or null
   */
  void encode(List<@Nullable Object> values, @Nullable Geometry geometry) throws IOException;

  /**
   * Keeps a style inside the file; false when the format has no place for one. Called after the
   * last row, before {@link #finish}.
   */
  default boolean keepStyle(StyledLayer style) throws IOException {
    return false;
  }

  /** Writes what can only be known after the last row. Not called when the layer is given up. */
  void finish() throws IOException;
}
