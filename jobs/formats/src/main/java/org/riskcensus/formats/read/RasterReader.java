package org.riskcensus.formats.read;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A raster of one band as rows: each pixel with a value is a square with the attribute {@code
 * value} (or the name in the option {@code value}); pixels without one are no rows ({@link
 * RasterPixels} counts them). The row number counts all pixels from the north-west, row by row. A
 * band of rows is decoded at a time.
 */
final class RasterReader extends StreamingReader {

  private final RasterSource raster;
  private final RasterBands bands;
  private final String field;
  private final GeometryFactory factory = new GeometryFactory();
  private @Nullable RasterWindow band;
  private int row;
  private int column = -1;

  private RasterReader(SourceFile file, RasterSource raster) {
    super(file);
    this.raster = raster;
    this.bands = new RasterBands(raster);
    String name = file.options().text("value");
    this.field = name == null ? "value" : name.strip();
  }

  static RasterReader open(SourceFile file) throws IOException {
    RasterSource raster = RasterSources.open(file);
    try {
      raster.placement().requireSquare(file);
      return new RasterReader(file, raster);
    } catch (IOException | RuntimeException e) {
      raster.close();
      throw e;
    }
  }

  @Override
  @Nullable SourceRow advance() throws IOException {
    while (step()) {
      String text = band().text(column, row);
      if (text != null) {
        long number = (long) row * raster.width() + column + 1;
        return new SourceRow(number, Map.of(field, text), pixel(), null);
      }
    }
    return null;
  }

  private boolean step() {
    column++;
    if (column == raster.width()) {
      column = 0;
      row++;
    }
    return row < raster.height();
  }

  private RasterWindow band() throws IOException {
    RasterWindow current = band;
    if (current == null || row >= current.row() + current.rows()) {
      current = bands.from(row);
      band = current;
    }
    return current;
  }

  private Geometry pixel() {
    RasterPlacement placement = raster.placement();
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
    return raster.crs();
  }

  @Override
  public boolean hasGeometry() {
    return true;
  }

  @Override
  public void close() throws IOException {
    raster.close();
  }
}
