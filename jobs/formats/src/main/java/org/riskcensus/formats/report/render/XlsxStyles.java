package org.riskcensus.formats.report.render;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Wording;

/**
 * The cell styles of a workbook, each made once, and the one way text gets into a cell: as text,
 * quoted where it begins like a formula, so that it stays text when a user edits or copies it.
 */
final class XlsxStyles {

  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final int MAX_TEXT = 32_767;
  private static final byte[] INK = {0x1D, 0x35, 0x57};
  private static final byte[] HEAD_FILL = {(byte) 0xEA, (byte) 0xF0, (byte) 0xF6};
  private static final byte[] TOTAL_FILL = {(byte) 0xF6, (byte) 0xF8, (byte) 0xFB};

  private static final byte[] BLANK_FILL = {(byte) 0xFF, (byte) 0xF8, (byte) 0xDC};

  private final XSSFWorkbook workbook;
  private final Map<String, XSSFCellStyle> made = new HashMap<>();

  XlsxStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  CellStyle title() {
    return style("title", s -> s.setFont(font(16, true, INK)));
  }

  CellStyle caption() {
    return style("caption", s -> s.setFont(font(12, true, INK)));
  }

  CellStyle notice() {
    return style(
        "notice", s -> s.setFont(font(11, true, new byte[] {(byte) 0xA3, (byte) 0x3C, 0x1A})));
  }

  CellStyle link() {
    return style("link", s -> s.setFont(font(11, false, new byte[] {0x05, 0x63, (byte) 0xC1})));
  }

  CellStyle words() {
    return style("words", s -> s.setFont(font(11, false, new byte[] {0x22, 0x22, 0x22})));
  }

  CellStyle head() {
    return style(
        "head",
        s -> {
          body(s, true, HEAD_FILL);
          s.setAlignment(HorizontalAlignment.CENTER);
        });
  }

  CellStyle cell(boolean total) {
    return style("text" + total, s -> body(s, total, total ? TOTAL_FILL : null));
  }

  /** A cell to fill in: coloured, and open where the sheet is locked. */
  CellStyle blank() {
    return style(
        "blank",
        s -> {
          body(s, false, BLANK_FILL);
          s.setLocked(false);
        });
  }

  CellStyle missing(boolean total) {
    return style(
        "missing" + total,
        s -> {
          body(s, total, total ? TOTAL_FILL : null);
          s.setAlignment(HorizontalAlignment.RIGHT);
        });
  }

  CellStyle number(NumberForm form, boolean total) {
    return style(
        form.excel() + total,
        s -> {
          body(s, total, total ? TOTAL_FILL : null);
          s.setDataFormat(workbook.createDataFormat().getFormat(form.excel()));
          s.setWrapText(false);
        });
  }

  /** Puts a cell of a report into one of a sheet: numbers as numbers. */
  void put(Row row, int column, Cell value, Wording wording) {
    if (value instanceof Cell.Figure figure) {
      var made = row.createCell(column);
      made.setCellValue(figure.value());
      made.setCellStyle(number(figure.form(), false));
    } else {
      boolean missing = value instanceof Cell.Missing;
      text(row, column, value.shown(wording), missing ? missing(false) : cell(false));
    }
  }

  /** Puts words into a cell. */
  void text(Row row, int column, String words, CellStyle style) {
    if (words.length() > MAX_TEXT) {
      throw new IllegalArgumentException("a cell holds " + MAX_TEXT + " characters: " + words);
    }
    var cell = row.createCell(column);
    cell.setCellValue(words);
    boolean quoted = !words.isEmpty() && FORMULA_STARTS.indexOf(words.charAt(0)) >= 0;
    cell.setCellStyle(quoted ? quoted(style) : style);
  }

  /** Puts a paragraph into the first cell, the row as high as it needs at this width. */
  void wrapped(Row row, String words, int characters) {
    CellStyle style =
        style(
            "wrapped",
            s -> {
              s.setFont(font(11, false, new byte[] {0x22, 0x22, 0x22}));
              s.setWrapText(true);
              s.setVerticalAlignment(VerticalAlignment.TOP);
            });
    text(row, 0, words, style);
    row.setHeightInPoints(16f * lines(words, characters));
  }

  /** Lines that words take in a column of so many narrow characters; Chinese ones are wide. */
  static int lines(String words, int characters) {
    return Math.max(1, (int) Math.ceil(width(words) * 1.08 / characters));
  }

  static int width(String words) {
    return words.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
  }

  private CellStyle quoted(CellStyle style) {
    return style(
        "quoted" + style.getIndex(),
        s -> {
          s.cloneStyleFrom(style);
          s.setQuotePrefixed(true);
        });
  }

  private interface Setting {
    void apply(XSSFCellStyle style);
  }

  private XSSFCellStyle style(String name, Setting setting) {
    XSSFCellStyle style = made.get(name);
    if (style == null) {
      style = workbook.createCellStyle();
      setting.apply(style);
      made.put(name, style);
    }
    return style;
  }

  private void body(
      XSSFCellStyle style, boolean bold, byte @org.jspecify.annotations.Nullable [] fill) {
    style.setFont(font(10, bold, new byte[] {0x22, 0x22, 0x22}));
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    if (fill != null) {
      style.setFillForegroundColor(new XSSFColor(fill));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
  }

  private XSSFFont font(int points, boolean bold, byte[] colour) {
    XSSFFont font = workbook.createFont();
    font.setFontName("宋体");
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(new XSSFColor(colour));
    return font;
  }
}
