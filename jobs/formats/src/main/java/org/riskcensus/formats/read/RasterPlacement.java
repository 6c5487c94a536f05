package org.riskcensus.formats.read;

import java.awt.geom.AffineTransform;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.PixelScale;
import org.geotools.coverage.grid.io.imageio.geotiff.TiePoint;

/**
 * Where the north-up pixels of a raster lie. The border between two pixels is computed the same way
 * for both, so that they share it exactly.
 *
 * @param west x of the left edge
 * @param north y of the upper edge
 * @param pixelWidth in units of the reference system
 * @param pixelHeight the same number for pixels that are square but for rounding
 */
record RasterPlacement(double west, double north, double pixelWidth, double pixelHeight) {

  private static final int RASTER_TYPE_KEY = 1025;
  private static final String PIXEL_IS_POINT = "2";
  private static final double TOLERANCE = 1e-6;

  static RasterPlacement of(SourceFile file, GeoTiffIIOMetadataDecoder geo)
      throws UnreadableFileException {
    AffineTransform grid = grid(file, geo);
    double width = grid.getScaleX();
    double height = -grid.getScaleY();
    if (grid.getShearX() != 0 || grid.getShearY() != 0) {
      throw notNorthUp(file);
    }
    RasterPlacement placement = of(file, grid.getTranslateX(), grid.getTranslateY(), width, height);
    return PIXEL_IS_POINT.equals(geo.getGeoKey(RASTER_TYPE_KEY))
        ? placement.moved(-width / 2, height / 2)
        : placement;
  }

  /** Refuses sizes that are not positive numbers. */
  static RasterPlacement of(SourceFile file, double west, double north, double width, double height)
      throws UnreadableFileException {
    if (!(width > 0 && height > 0)) {
      throw notNorthUp(file);
    }
    if (!Double.isFinite(west + north + width + height)) {
      throw file.unreadable("its place is no number", "write it again with its place");
    }
    boolean square = Math.abs(width - height) <= TOLERANCE * width;
    return new RasterPlacement(west, north, width, square ? width : height);
  }

  private static UnreadableFileException notNorthUp(SourceFile file) {
    return file.unreadable(
        "the raster is rotated or not north-up", "warp it to a north-up grid (gdalwarp)");
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

  RasterPlacement moved(double dx, double dy) {
    return new RasterPlacement(west + dx, north + dy, pixelWidth, pixelHeight);
  }

  /** Refuses pixels that are not square, for uses in which a pixel is a unit of area. */
  void requireSquare(SourceFile file) throws UnreadableFileException {
    if (pixelWidth != pixelHeight) {
      throw file.unreadable(
          "its pixels are not square: " + pixelWidth + " by " + pixelHeight,
          "warp it to square pixels (gdalwarp -tr)");
    }
  }

  /** x of the left border of a column. */
  double x(int column) {
    return west + column * pixelWidth;
  }

  /** y of the upper border of a row. */
  double y(int row) {
    return north - row * pixelHeight;
  }
}
