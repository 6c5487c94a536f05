package org.riskcensus.formats.read;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A GeoTIFF of one band as rows: each pixel with a value is a square with the attribute {@code
 * value} (or the name in the option {@code value}); pixels without one are no rows. The row number
 * counts all pixels from the north-west, row by row. A band of rows is decoded at a time.
 */
final class RasterReader extends StreamingReader {

  private final RasterImage image;
  private final RasterPlacement placement;
  private final Optional<String> crs;
  private final String field;
  private final GeometryFactory factory = new GeometryFactory();
  private @Nullable Raster band;
  private int bandTop;
  private int row;
  private int column = -1;

  private RasterReader(
      SourceFile file, RasterImage image, RasterPlacement placement, Optional<String> crs) {
    super(file);
    this.image = image;
    this.placement = placement;
    this.crs = crs;
    String name = file.options().text("value");
    this.field = name == null ? "value" : name.strip();
  }

  static RasterReader open(SourceFile file) throws IOException {
    RasterImage image = RasterImage.open(file);
    try {
      return new RasterReader(
          file, image, RasterPlacement.of(file, image.geo()), RasterCrs.find(image.geo()));
    } catch (IOException | RuntimeException e) {
      image.close();
      throw e;
    }
  }

  @Override
  @Nullable SourceRow advance() throws IOException {
    while (step()) {
      String text = image.text(band(), column, row - bandTop);
      if (text != null) {
        long number = (long) row * image.width() + column + 1;
        return new SourceRow(number, Map.of(field, text), pixel(), null);
      }
    }
    return null;
  }

  private boolean step() {
    column++;
    if (column == image.width()) {
      column = 0;
      row++;
    }
    return row < image.height();
  }

  private Raster band() throws IOException {
    Raster current = band;
    if (current == null || row >= bandTop + current.getHeight()) {
      bandTop = row;
      current = image.band(row);
      band = current;
    }
    return current;
  }

  private Geometry pixel() {
    double west = placement.x(column);
    double east = placement.x(column + 1);
    double north = placement.y(row);
    double south = placement.y(row + 1);
    return factory.createPolygon(
        new Coordinate[] {
          new Coordinate(west, south),
          new Coordinate(east, south),
          new Coordinate(east, north),
          new Coordinate(west, north),
          new Coordinate(west, south)
        });
  }

  @Override
  public List<String> fields() {
    return List.of(field);
  }

  @Override
  Optional<String> ownCrs() {
    return crs;
  }

  @Override
  public boolean hasGeometry() {
    return true;
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}
