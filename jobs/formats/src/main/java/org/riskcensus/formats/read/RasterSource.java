package org.riskcensus.formats.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A raster of one band whose values are decoded window by window. Not thread-safe. */
interface RasterSource extends Closeable {

  /** Pixels a row. */
  int width();

  /** Rows. */
  int height();

  /** Columns that are stored together. */
  int tileWidth();

  /** Rows that are stored together. */
  int tileHeight();

  /** Where the pixels lie. */
  RasterPlacement placement();

  /** The reference system named in the file or beside it. */
  Optional<String> crs();

  /** Decodes a window that lies within the raster. */
  RasterWindow read(int column, int row, int columns, int rows) throws IOException;
}
