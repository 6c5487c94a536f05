package org.riskcensus.formats.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decoded values of a part of a raster. */
final class RasterWindow {

  private final int column;
  private final int row;
  private final int columns;
  private final double[] values;
  private final boolean single;

  /**
   * A window.
   *
   * @param column leftmost column in the raster
   * @param row uppermost row in the raster
   * @param columns width of the window
   * @param values one a pixel, row by row; NaN where there is none
   * @param single whether they are numbers of single precision, whose text has fewer digits
   */
  RasterWindow(int column, int row, int columns, double[] values, boolean single) {
    this.column = column;
    this.row = row;
    this.columns = columns;
    this.values = values;
    this.single = single;
  }

  int row() {
    return row;
  }

  int rows() {
    return values.length / columns;
  }

  /** Pixels without a value. */
  long empty() {
    return Arrays.stream(values).filter(Double::isNaN).count();
  }

  /** The value of a pixel of the raster, NaN for none. */
  double value(int atColumn, int atRow) {
    return values[(atRow - row) * columns + (atColumn - column)];
  }

  /** The value as text, null for none. */
  @Nullable String text(int atColumn, int atRow) {
    double value = value(atColumn, atRow);
    if (Double.isNaN(value)) {
      return null;
    }
    return single ? NumberText.of((float) value) : NumberText.of(value);
  }
}
