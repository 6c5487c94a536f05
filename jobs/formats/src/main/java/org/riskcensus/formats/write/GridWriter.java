package org.riskcensus.formats.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a grid of square cells as GeoTIFF (OGC 19-008r4): one band of 64-bit floating-point
 * numbers, one deflated strip a row, cell values standing for areas. Written out by hand, as the
 * format is small and its bytes then depend on the grid only.
 */
public final class GridWriter {

  private GridWriter() {}

  /**
   * Writes a grid; the file appears when it is whole.
   *
   * @param rows values, northernmost row first, all rows of one length
   * @param xmin western border
   * @param ymax northern border
   * @param cellSize side of a cell in the units of the reference system
   * @param crs such as {@code EPSG:4548}
   * @param nodata value of cells without one
   */
  public static void write(
      Path tif,
      double[][] rows,
      double xmin,
      double ymax,
      double cellSize,
      String crs,
      double nodata)
      throws IOException {
    LayerSchema schema = new LayerSchema("grid", List.of(), "POLYGON", crs);
    try (StagedFiles files = StagedFiles.beside(tif)) {
      LayerTarget target = new LayerTarget(tif, files.path(), schema, WriteOptions.DEFAULT);
      SpatialReference reference = SpatialReference.of(target);
      if (rows.length == 0 || rows[0].length == 0) {
        throw target.refuse("a grid without cells", "give at least one row and column");
      }
      TiffDirectory directory = new TiffDirectory();
      describe(directory, rows, nodata);
      directory.doubles(33550, cellSize, cellSize, 0);
      directory.doubles(33922, 0, 0, 0, xmin, ymax, 0);
      directory.shorts(34735, geoKeys(reference));
      Files.write(files.path(), directory.file(strips(target, rows)));
      files.publish();
    }
  }

  private static void describe(TiffDirectory directory, double[][] rows, double nodata) {
    directory.longs(256, rows[0].length);
    directory.longs(257, rows.length);
    directory.shorts(258, 64); // bits a sample
    directory.shorts(259, 8); // deflate
    directory.shorts(262, 1); // black is zero
    directory.shorts(277, 1); // samples a pixel
    directory.longs(278, 1); // rows a strip
    directory.shorts(284, 1); // planar configuration
    directory.shorts(339, 3); // floating point
    directory.ascii(42113, Double.toString(nodata)); // GDAL's no-data value
  }

  private static int[] geoKeys(SpatialReference crs) {
    int[] system =
        crs.geographic()
            ? new int[] {2048, 0, 1, crs.code(), 2054, 0, 1, 9102} // system, degrees
            : new int[] {3072, 0, 1, crs.code(), 3076, 0, 1, 9001}; // system, metres
    int[] keys = {1, 1, 0, 4, 1024, 0, 1, crs.geographic() ? 2 : 1, 1025, 0, 1, 1};
    return IntStream.concat(Arrays.stream(keys), Arrays.stream(system)).toArray();
  }

  private static List<byte[]> strips(LayerTarget target, double[][] rows) throws IOException {
    List<byte[]> strips = new ArrayList<>();
    for (double[] row : rows) {
      if (row.length != rows[0].length) {
        throw target.refuse("rows of unequal length", "give every row as many cells");
      }
      ByteBuffer bytes =
          ByteBuffer.allocate(row.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asDoubleBuffer().put(row);
      ByteArrayOutputStream strip = new ByteArrayOutputStream();
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
      try (DeflaterOutputStream out = new DeflaterOutputStream(strip, deflater)) {
        out.write(bytes.array());
      } finally {
        deflater.end();
      }
      strips.add(strip.toByteArray());
    }
    return strips;
  }
}
