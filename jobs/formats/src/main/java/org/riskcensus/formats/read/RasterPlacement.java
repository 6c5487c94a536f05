package org.riskcensus.formats.read;

import java.awt.geom.AffineTransform;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.PixelScale;
import org.geotools.coverage.grid.io.imageio.geotiff.TiePoint;

/**
 * Where the square, north-up pixels of a raster lie. The border between two pixels is computed the
 * same way for both, so that they share it exactly.
 *
 * @param west x of the left edge
 * @param north y of the upper edge
 * @param size side of a pixel, in units of the reference system
 */
record RasterPlacement(double west, double north, double size) {

  private static final int RASTER_TYPE_KEY = 1025;
  private static final String PIXEL_IS_POINT = "2";
  private static final double TOLERANCE = 1e-6;

  static RasterPlacement of(SourceFile file, GeoTiffIIOMetadataDecoder geo)
      throws UnreadableFileException {
    AffineTransform grid = grid(file, geo);
    double size = grid.getScaleX();
    if (grid.getShearX() != 0 || grid.getShearY() != 0 || size <= 0 || grid.getScaleY() >= 0) {
      throw file.unreadable(
          "the raster is rotated or not north-up", "warp it to a north-up grid (gdalwarp)");
    }
    if (Math.abs(size + grid.getScaleY()) > TOLERANCE * size) {
      throw file.unreadable(
          "its pixels are not square: " + size + " by " + -grid.getScaleY(),
          "warp it to square pixels (gdalwarp -tr)");
    }
    double shift = PIXEL_IS_POINT.equals(geo.getGeoKey(RASTER_TYPE_KEY)) ? size / 2 : 0;
    return new RasterPlacement(grid.getTranslateX() - shift, grid.getTranslateY() + shift, size);
  }

  private static AffineTransform grid(SourceFile file, GeoTiffIIOMetadataDecoder geo)
      throws UnreadableFileException {
    if (geo.hasModelTrasformation()) {
      return geo.getModelTransformation();
    }
    PixelScale scale = geo.getModelPixelScales();
    TiePoint[] ties = geo.getModelTiePoints();
    if (scale == null || ties == null || ties.length == 0) {
      throw file.unreadable(
          "it has no georeference (地理配准)", "write it as GeoTIFF with its place and system");
    }
    double sx = scale.getScaleX();
    double sy = scale.getScaleY();
    double west = ties[0].getValueAt(3) - ties[0].getValueAt(0) * sx;
    double north = ties[0].getValueAt(4) + ties[0].getValueAt(1) * sy;
    return new AffineTransform(sx, 0, 0, -sy, west, north);
  }

  /** x of the left border of a column. */
  double x(int column) {
    return west + column * size;
  }

  /** y of the upper border of a row. */
  double y(int row) {
    return north - row * size;
  }
}
