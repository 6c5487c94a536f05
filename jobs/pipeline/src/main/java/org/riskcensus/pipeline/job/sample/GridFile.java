package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.riskcensus.formats.write.GridWriter;

/**
 * A GeoTIFF of one value a pixel. Rows are pixels, their geometry the pixel's centre; pixels
 * without a row hold no data.
 */
final class GridFile implements RowFile {

  static final double PIXEL_M = 500;
  private static final double NO_DATA = -9999;

  private final Path path;
  private final SourcePlan plan;
  private final List<FiledRow> pixels = new ArrayList<>();

  GridFile(Path path, SourcePlan plan) {
    this.path = path;
    this.plan = plan;
  }

  @Override
  public void write(FiledRow row) {
    pixels.add(row);
  }

  @Override
  public void close() throws IOException {
    Envelope box = new Envelope();
    pixels.forEach(pixel -> box.expandToInclude(pixel.shape().getCoordinate()));
    int rows = (int) Math.round(box.getHeight() / PIXEL_M) + 1;
    int columns = (int) Math.round(box.getWidth() / PIXEL_M) + 1;
    double[][] grid = new double[rows][columns];
    for (double[] row : grid) {
      Arrays.fill(row, NO_DATA);
    }
    String value = plan.columns().get(0).name();
    for (FiledRow pixel : pixels) {
      Coordinate at = pixel.shape().getCoordinate();
      int row = (int) Math.round((box.getMaxY() - at.y) / PIXEL_M);
      int column = (int) Math.round((at.x - box.getMinX()) / PIXEL_M);
      grid[row][column] = pixel.number(value);
    }
    GridWriter.write(
        path,
        grid,
        box.getMinX() - PIXEL_M / 2,
        box.getMaxY() + PIXEL_M / 2,
        PIXEL_M,
        String.valueOf(plan.crs()),
        NO_DATA);
  }
}
