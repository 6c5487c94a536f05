package org.riskcensus.formats.report;

/**
 * Running text.
 *
 * @param text plain text; no markup is read from it
 * @param kind how it is set
 */
public record Paragraph(String text, Kind kind) implements Block {

  /** How a paragraph is set. */
  public enum Kind {
    /** Body text, its first line indented as is usual in Chinese. */
    BODY,
    /** A small remark under a table or chart. */
    NOTE,
    /** What must not be overlooked, such as missing data. */
    WARNING
  }

  /** Body text. */
  public static Paragraph body(String text) {
    return new Paragraph(text, Kind.BODY);
  }

  /** A small remark. */
  public static Paragraph note(String text) {
    return new Paragraph(text, Kind.NOTE);
  }

  /** A remark that stands out. */
  public static Paragraph warning(String text) {
    return new Paragraph(text, Kind.WARNING);
  }
}
