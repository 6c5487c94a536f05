package org.riskcensus.formats.read;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text grid of ArcInfo ({@code .asc}): a header of names and numbers, then the values from the
 * north-west, parted by blanks and line ends of any number. Its reference system is in a {@code
 * .prj} file beside it, or unknown.
 *
 * <p>Where a row of the raster starts in the file is noted as the file is passed over, so that any
 * window is found again; a file is passed over once.
 */
final class ArcGrid implements RasterSource {

  private final SourceFile file;
  private final ArcGridHeader header;
  private final TextNumbers numbers;
  private final Optional<String> crs;
  private final long[] rowStarts;
  private int rowsSeen;

  private ArcGrid(
      SourceFile file, ArcGridHeader header, TextNumbers numbers, Optional<String> crs) {
    this.file = file;
    this.header = header;
    this.numbers = numbers;
    this.crs = crs;
    rowStarts = new long[header.rows() + 1];
    rowStarts[0] = numbers.position();
  }

  static ArcGrid open(SourceFile file) throws IOException {
    TextNumbers numbers = TextNumbers.open(file.path());
    try {
      ArcGridHeader header = ArcGridHeader.read(file, numbers);
      long shortest = 2L * header.columns() * header.rows() - 1;
      if (shortest > Files.size(file.path()) - numbers.position()) {
        throw file.unreadable(
            "its header claims "
                + header.columns()
                + " x "
                + header.rows()
                + " values, more than the file holds",
            "it was cut off: send it again");
      }
      return new ArcGrid(file, header, numbers, PrjFile.findCrs(file));
    } catch (IOException | RuntimeException e) {
      numbers.close();
      throw e;
    }
  }

  @Override
  public int width() {
    return header.columns();
  }

  @Override
  public int height() {
    return header.rows();
  }

  @Override
  public int tileWidth() {
    return header.columns();
  }

  @Override
  public int tileHeight() {
    return 1;
  }

  @Override
  public RasterPlacement placement() {
    return header.placement();
  }

  @Override
  public Optional<String> crs() {
    return crs;
  }

  @Override
  public RasterWindow read(int column, int row, int columns, int rows) throws IOException {
    while (rowsSeen < row) {
      numbers.seek(rowStarts[rowsSeen]);
      skip(header.columns(), rowsSeen);
      passed(rowsSeen);
    }
    double[] values = new double[columns * rows];
    Arrays.fill(values, Double.NaN);
    for (int r = 0; r < rows; r++) {
      numbers.seek(rowStarts[row + r]);
      skip(column, row + r);
      for (int c = 0; c < columns; c++) {
        values[r * columns + c] = value(column + c, row + r);
      }
      skip(header.columns() - column - columns, row + r);
      passed(row + r);
    }
    return new RasterWindow(column, row, columns, values, false);
  }

  private void skip(int count, int row) throws IOException {
    for (int i = 0; i < count; i++) {
      if (!numbers.skip()) {
        throw cutOff(row);
      }
    }
  }

  private double value(int column, int row) throws IOException {
    String text = numbers.next();
    if (text.isEmpty()) {
      throw cutOff(row);
    }
    double value = TextNumbers.value(text);
    if (Double.isNaN(value) && !text.equalsIgnoreCase("nan")) {
      throw file.unreadable(
          "row " + (row + 1) + ", column " + (column + 1) + " holds '" + text + "', no number",
          "write numbers with a decimal point, parted by blanks");
    }
    return Double.isFinite(value) && value != header.noData() ? value : Double.NaN;
  }

  private UnreadableFileException cutOff(int row) {
    return file.unreadable(
        "it ends in row " + (row + 1) + " of " + header.rows(), "it was cut off: send it again");
  }

  /** Notes where the row after this one starts; after the last one nothing may follow. */
  private void passed(int row) throws IOException {
    if (row < rowsSeen) {
      return;
    }
    rowsSeen = row + 1;
    rowStarts[rowsSeen] = numbers.position();
    if (rowsSeen == header.rows() && numbers.skip()) {
      throw file.unreadable(
          "it holds more values than its header says", "correct ncols and nrows, or send it again");
    }
  }

  @Override
  public void close() throws IOException {
    numbers.close();
  }
}
