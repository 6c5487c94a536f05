package org.riskcensus.formats.read;

import java.awt.Rectangle;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.Closeable;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The values of a one-band TIFF, decoded in bands of whole tiles. The TIFF decoder of GeoTools is
 * used without its coverage framework, which takes seconds to start.
 */
final class RasterImage implements Closeable {

  private static final int WIDEST = 1_000_000;
  private static final long LARGEST_TILE = 1L << 26;
  private static final int BAND_PIXELS = 1 << 20;

  private final ImageInputStream in;
  private final ImageReader reader;
  private final GeoTiffIIOMetadataDecoder geo;
  private final int width;
  private final int height;
  private final int bandHeight;
  private final double noData;

  private RasterImage(SourceFile file, ImageInputStream in) throws IOException {
    this.in = in;
    reader = new BoundedTiffReader(file);
    reader.setInput(in, false, false);
    width = reader.getWidth(0);
    height = reader.getHeight(0);
    IIOMetadata metadata = reader.getImageMetadata(0);
    long tile = (long) reader.getTileWidth(0) * reader.getTileHeight(0);
    if (width < 1 || height < 1 || width > WIDEST || tile > LARGEST_TILE) {
      throw file.unreadable(
          "its header claims " + width + " x " + height + " pixels in tiles of " + tile,
          "it is damaged, or must be written in smaller tiles (gdal_translate -co TILED=YES)");
    }
    bandHeight = bandHeight(reader.getTileHeight(0), width);
    geo = new GeoTiffIIOMetadataDecoder(metadata);
    noData = geo.hasNoData() ? geo.getNoData() : Double.NaN;
    int bands = band(0).getNumBands();
    if (bands != 1) {
      throw file.unreadable(
          "it has " + bands + " bands", "send the one band that holds the values");
    }
  }

  static RasterImage open(SourceFile file) throws IOException {
    ImageInputStream in = new FileImageInputStream(file.path().toFile());
    try {
      return new RasterImage(file, in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** As many whole tiles as fit the memory of a band, or a part of one that does not. */
  private static int bandHeight(int tileHeight, int width) {
    int rows = Math.max(1, BAND_PIXELS / width);
    return rows < tileHeight ? rows : rows / tileHeight * tileHeight;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  GeoTiffIIOMetadataDecoder geo() {
    return geo;
  }

  /** Decodes from this row on, as many rows as are decoded at a time. */
  Raster band(int top) throws IOException {
    ImageReadParam part = reader.getDefaultReadParam();
    part.setSourceRegion(new Rectangle(0, top, width, Math.min(bandHeight, height - top)));
    return reader.read(0, part).getRaster();
  }

  /** The value of a pixel as text, null for none. */
  @Nullable String text(Raster band, int column, int rowInBand) {
    int x = band.getMinX() + column;
    int y = band.getMinY() + rowInBand;
    int type = band.getSampleModel().getDataType();
    if (type == DataBuffer.TYPE_FLOAT) {
      float value = band.getSampleFloat(x, y, 0);
      return Float.isFinite(value) && value != (float) noData ? NumberText.of(value) : null;
    }
    double value = band.getSampleDouble(x, y, 0);
    return Double.isFinite(value) && value != noData ? NumberText.of(value) : null;
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
