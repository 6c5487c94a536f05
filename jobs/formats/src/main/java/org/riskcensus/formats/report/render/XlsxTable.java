package org.riskcensus.formats.report.render;

import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Table;
import org.riskcensus.formats.report.Wording;

/** One table on one sheet: caption, frozen head that repeats in print, numbers as numbers. */
final class XlsxTable {

  private static final int HEAD = 1;
  private static final int WIDE_COLUMNS = 7;
  private static final int MIN_WIDTH = 8;
  private static final int MAX_WIDTH = 48;

  private final XSSFSheet sheet;
  private final XlsxStyles styles;
  private final Wording wording;

  XlsxTable(XSSFSheet sheet, XlsxStyles styles, Wording wording) {
    this.sheet = sheet;
    this.styles = styles;
    this.wording = wording;
  }

  void write(Table table) {
    List<Table.Column> columns = table.columns();
    int[] widths = new int[columns.size()];
    Row title = sheet.createRow(0);
    styles.text(title, 0, table.caption(), styles.caption());
    Row head = sheet.createRow(HEAD);
    for (int i = 0; i < widths.length; i++) {
      String label = columns.get(i).label();
      String unit = columns.get(i).unit();
      styles.text(head, i, unit.isEmpty() ? label : label + "\n(" + unit + ")", styles.head());
      widths[i] = Math.max(XlsxStyles.width(label), XlsxStyles.width(unit) + 2);
    }
    head.setHeightInPoints(32);
    int r = HEAD + 1;
    for (Table.Row row : table.rows()) {
      body(sheet.createRow(r++), row, widths);
    }
    heights(table, widths);
    int last = r - 1;
    for (String note : table.notes()) {
      styles.text(sheet.createRow(r++), 0, note, styles.words());
    }
    for (int i = 0; i < widths.length; i++) {
      sheet.setColumnWidth(i, width(widths[i]) * 256);
    }
    print(widths.length, last, r - 1);
  }

  private void body(Row to, Table.Row row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      Cell cell = row.cells().get(i);
      if (cell instanceof Cell.Figure figure) {
        var made = to.createCell(i);
        made.setCellValue(figure.value());
        made.setCellStyle(styles.number(figure.form(), row.total()));
      } else if (cell instanceof Cell.Missing) {
        styles.text(to, i, cell.shown(wording), styles.missing(row.total()));
      } else {
        styles.text(to, i, cell.shown(wording), styles.cell(row.total()));
      }
      widths[i] = Math.max(widths[i], XlsxStyles.width(cell.shown(wording)));
    }
  }

  private static int width(int characters) {
    return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, characters + 3));
  }

  private void heights(Table table, int[] widths) {
    for (int r = 0; r < table.rows().size(); r++) {
      int lines = 1;
      for (int i = 0; i < widths.length; i++) {
        String shown = table.rows().get(r).cells().get(i).shown(wording);
        lines = Math.max(lines, XlsxStyles.lines(shown, width(widths[i])));
      }
      sheet.getRow(HEAD + 1 + r).setHeightInPoints(15f * lines);
    }
  }

  private void print(int columns, int lastBody, int last) {
    sheet.createFreezePane(1, HEAD + 1);
    if (lastBody > HEAD) {
      sheet.setAutoFilter(new CellRangeAddress(HEAD, lastBody, 0, columns - 1));
    }
    sheet.setRepeatingRows(new CellRangeAddress(0, HEAD, -1, -1));
    int index = sheet.getWorkbook().getSheetIndex(sheet);
    sheet.getWorkbook().setPrintArea(index, 0, columns - 1, 0, last);
    page(sheet, columns > WIDE_COLUMNS);
  }

  /** A4, as wide as the page, page numbers at the foot. */
  static void page(Sheet sheet, boolean landscape) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(landscape);
    sheet.setFitToPage(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setHorizontallyCenter(true);
    sheet.getFooter().setCenter("&A    &P / &N");
  }
}
