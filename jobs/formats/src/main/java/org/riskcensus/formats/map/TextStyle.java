package org.riskcensus.formats.map;

import java.awt.Color;

/**
 * How a line of text is drawn.
 *
 * @param size em in sheet units
 * @param halo whether a white rim keeps it readable on colours
 */
public record TextStyle(Typeface typeface, double size, Color colour, boolean halo) {

  /** Colour of text. */
  public static final Color INK = new Color(0x22, 0x22, 0x22);

  static final Color HALO = new Color(255, 255, 255, 225);

  /** Width of the rim's line in ems. */
  static final double HALO_WIDTH = 0.24;

  /** Colour of text of less weight. */
  public static final Color SOFT = new Color(0x55, 0x55, 0x55);

  /** Plain text. */
  public static TextStyle regular(double size) {
    return new TextStyle(Typeface.REGULAR, size, INK, false);
  }

  /** Bold text. */
  public static TextStyle bold(double size) {
    return new TextStyle(Typeface.BOLD, size, INK, false);
  }

  /** Plain text in grey. */
  public static TextStyle soft(double size) {
    return new TextStyle(Typeface.REGULAR, size, SOFT, false);
  }

  TextStyle in(Color other) {
    return new TextStyle(typeface, size, other, halo);
  }

  TextStyle withHalo() {
    return new TextStyle(typeface, size, colour, true);
  }

  TextStyle of(double other) {
    return new TextStyle(typeface, other, colour, halo);
  }

  /** Width of the text in sheet units. */
  public double width(String text) {
    return typeface.width(text, size);
  }

  /** The style, made smaller where the text would be wider than {@code width}. */
  public TextStyle fitting(String text, double width) {
    double wide = width(text);
    return wide <= width ? this : of(size * width / wide);
  }
}
