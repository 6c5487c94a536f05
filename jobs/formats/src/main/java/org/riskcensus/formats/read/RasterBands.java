package org.riskcensus.formats.read;

import java.io.IOException;

/** A raster in bands of rows from the north, each decoded as a whole. */
final class RasterBands {

  private static final int BAND_PIXELS = 1 << 20;

  private final RasterSource raster;
  private final int bandRows;

  RasterBands(RasterSource raster) {
    this.raster = raster;
    this.bandRows = bandRows(raster.tileHeight(), raster.width());
  }

  /** As many whole tiles as fit the memory of a band, or a part of one that does not. */
  private static int bandRows(int tileHeight, int width) {
    int rows = Math.max(1, BAND_PIXELS / width);
    return rows < tileHeight ? rows : rows / tileHeight * tileHeight;
  }

  /** The band that begins with a row. */
  RasterWindow from(int row) throws IOException {
    int rows = Math.min(bandRows, raster.height() - row);
    return raster.read(0, row, raster.width(), rows);
  }
}
