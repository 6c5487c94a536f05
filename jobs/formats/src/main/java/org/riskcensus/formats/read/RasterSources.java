package org.riskcensus.formats.read;

import java.io.IOException;

/** Opens a raster by its extension: GeoTIFF, or the text grid of ArcInfo. */
final class RasterSources {

  private RasterSources() {}

  static boolean reads(SourceFile file) {
    return switch (file.extension()) {
      case "tif", "tiff", "asc" -> true;
      default -> false;
    };
  }

  static RasterSource open(SourceFile file) throws IOException {
    return file.extension().equals("asc") ? ArcGrid.open(file) : RasterImage.open(file);
  }
}
