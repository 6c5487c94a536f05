package org.riskcensus.formats.read;

import java.awt.Rectangle;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;

/**
 * A one-band GeoTIFF. The TIFF decoder of GeoTools is used without its coverage framework, which
 * takes seconds to start. Scale and offset as GDAL notes them are applied.
 */
final class RasterImage implements RasterSource {

  private static final int WIDEST = 1_000_000;
  private static final long LARGEST_TILE = 1L << 26;

  private final ImageInputStream in;
  private final ImageReader reader;
  private final int width;
  private final int height;
  private final int tileWidth;
  private final int tileHeight;
  private final double noData;
  private final RasterScale scale;
  private final RasterPlacement placement;
  private final Optional<String> crs;

  private RasterImage(SourceFile file, ImageInputStream in) throws IOException {
    this.in = in;
    reader = new BoundedTiffReader(file);
    reader.setInput(in, false, false);
    width = reader.getWidth(0);
    height = reader.getHeight(0);
    tileWidth = reader.getTileWidth(0);
    tileHeight = reader.getTileHeight(0);
    long tile = (long) tileWidth * tileHeight;
    if (width < 1 || height < 1 || width > WIDEST || tile > LARGEST_TILE) {
      throw file.unreadable(
          "its header claims " + width + " x " + height + " pixels in tiles of " + tile,
          "it is damaged, or must be written in smaller tiles (gdal_translate -co TILED=YES)");
    }
    GeoTiffIIOMetadataDecoder geo = new GeoTiffIIOMetadataDecoder(reader.getImageMetadata(0));
    noData = geo.hasNoData() ? geo.getNoData() : Double.NaN;
    int bands = raster(0, 0, 1, 1).getNumBands();
    if (bands != 1) {
      throw file.unreadable(
          "it has " + bands + " bands", "send the one band that holds the values");
    }
    scale = RasterScale.of(file, geo);
    placement = RasterPlacement.of(file, geo);
    crs = RasterCrs.find(geo);
  }

  static RasterImage open(SourceFile file) throws IOException {
    TiffDirectories.check(file);
    ImageInputStream in = new FileImageInputStream(file.path().toFile());
    try {
      return new RasterImage(file, in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int tileWidth() {
    return tileWidth;
  }

  @Override
  public int tileHeight() {
    return tileHeight;
  }

  @Override
  public RasterPlacement placement() {
    return placement;
  }

  @Override
  public Optional<String> crs() {
    return crs;
  }

  private Raster raster(int column, int row, int columns, int rows) throws IOException {
    ImageReadParam part = reader.getDefaultReadParam();
    part.setSourceRegion(new Rectangle(column, row, columns, rows));
    return reader.read(0, part).getRaster();
  }

  @Override
  public RasterWindow read(int column, int row, int columns, int rows) throws IOException {
    Raster raster = raster(column, row, columns, rows);
    if (raster.getWidth() != columns || raster.getHeight() != rows) {
      throw new IOException(
          "%d x %d pixels were decoded in place of %d x %d"
              .formatted(raster.getWidth(), raster.getHeight(), columns, rows));
    }
    double[] values = RasterSamples.of(raster);
    boolean single = raster.getSampleModel().getDataType() == DataBuffer.TYPE_FLOAT;
    double none = single ? (float) noData : noData;
    for (int i = 0; i < values.length; i++) {
      values[i] =
          Double.isFinite(values[i]) && values[i] != none ? scale.apply(values[i]) : Double.NaN;
    }
    return new RasterWindow(column, row, columns, values, single && scale.none());
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
