package org.riskcensus.formats.chart;

import java.awt.Color;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One measure over the categories of a chart.
 *
 * @param values from zero; null where nothing was reported, which is drawn as a gap with its sign
 */
public record Series(String name, Mark mark, Color colour, List<@Nullable Double> values) {

  /** How the values are drawn. */
  public enum Mark {
    BAR,
    LINE
  }

  /** Muted colours that differ in print and for colour-blind readers. */
  public static final List<Color> PALETTE =
      List.of(
          new Color(0x2F, 0x5D, 0x8A),
          new Color(0xD0, 0x7A, 0x2D),
          new Color(0x6B, 0x9E, 0x78),
          new Color(0x9A, 0x6C, 0x9E),
          new Color(0xB9, 0x9B, 0x3E),
          new Color(0x7F, 0x8C, 0x99),
          new Color(0xB5, 0x4B, 0x4B),
          new Color(0x4F, 0xA3, 0xA8),
          new Color(0x8A, 0x6D, 0x52),
          new Color(0xA8, 0xC0, 0xD8),
          new Color(0xE3, 0xB5, 0x8A),
          new Color(0x4A, 0x4A, 0x4A));

  /** Checks the values. */
  public Series {
    values = Collections.unmodifiableList(values);
    for (Double value : values) {
      if (value != null && !(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(name + ": values are drawn from zero, got " + value);
      }
    }
  }

  /** Bars in the n-th colour of the palette. */
  public static Series bar(String name, int n, List<@Nullable Double> values) {
    return new Series(name, Mark.BAR, PALETTE.get(n % PALETTE.size()), values);
  }

  /** A line in the n-th colour of the palette. */
  public static Series line(String name, int n, List<@Nullable Double> values) {
    return new Series(name, Mark.LINE, PALETTE.get(n % PALETTE.size()), values);
  }

  double valueOrZero(int category) {
    Double value = values.get(category);
    return value == null ? 0 : value;
  }
}
