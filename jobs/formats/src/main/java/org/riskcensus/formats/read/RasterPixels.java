package org.riskcensus.formats.read;

import java.io.IOException;
import java.util.Optional;

/**
 * How many pixels 像元 a raster has and how many of them carry no data. Counted from the file, not
 * from the rows that were made of it, so that one can be held against the other.
 *
 * @param all width times height
 * @param empty those without a value, which are no rows
 */
public record RasterPixels(long all, long empty) {

  /**
   * Counts the pixels of a source, a band of rows at a time; empty where its file is no raster.
   *
   * @throws UnreadableFileException when the file is missing or broken
   */
  public static Optional<RasterPixels> find(SourceSpec source) throws UnreadableFileException {
    SourceFile file = SourceFile.of(source);
    if (!RasterSources.reads(file)) {
      return Optional.empty();
    }
    try (RasterSource raster = RasterSources.open(file)) {
      return Optional.of(count(raster));
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw file.broken(e);
    }
  }

  private static RasterPixels count(RasterSource raster) throws IOException {
    RasterBands bands = new RasterBands(raster);
    long empty = 0;
    int row = 0;
    while (row < raster.height()) {
      RasterWindow band = bands.from(row);
      empty += band.empty();
      row += band.rows();
    }
    return new RasterPixels((long) raster.width() * raster.height(), empty);
  }
}
