package org.riskcensus.formats.report;

import java.util.List;

/**
 * A sheet to be filled in by hand and read back: what it is about and who signs on one page, lines
 * to fill in on another.
 *
 * @param title of the workbook
 * @param wording words for what is missing
 * @param about the first page
 * @param lines name of the page of lines
 * @param columns of that page
 * @param rows as many cells each as there are columns that are not filled in
 */
public record Form(
    String title,
    Wording wording,
    About about,
    String lines,
    List<Column> columns,
    List<List<Cell>> rows) {

  /** Row of the heads on both pages, from 1: a title stands above them. */
  public static final int HEAD_ROW = 2;

  /**
   * The page that says what the sheet is about, and is signed.
   *
   * @param name of the page
   * @param fact head of the names of facts
   * @param value head of what is said of them, or filled in
   * @param facts its lines
   */
  public record About(String name, String fact, String value, List<Fact> facts) {}

  /**
   * A line of the first page.
   *
   * @param filledIn whether the reader writes the value
   */
  public record Fact(String label, String value, boolean filledIn) {}

  /**
   * A column of lines; those filled in stand last.
   *
   * @param width in narrow characters
   * @param choices what may be filled in; none for anything
   */
  public record Column(String label, int width, boolean filledIn, List<String> choices) {

    /** A column that is printed. */
    public static Column given(String label, int width) {
      return new Column(label, width, false, List.of());
    }

    /** A column to fill in. */
    public static Column blank(String label, int width, String... choices) {
      return new Column(label, width, true, List.of(choices));
    }
  }
}
