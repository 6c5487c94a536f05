package org.riskcensus.formats.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Form;
import org.riskcensus.formats.staged.StagedName;
import org.riskcensus.formats.write.CanonicalZip;

/**
 * Writes a form as a workbook. Cells to fill in are coloured and open, the others are locked
 * without a password against slips of the hand; who reads the form back compares them all the same.
 * Rows are streamed to disk, so that forms may be long; texts are shared, which every program that
 * fills in workbooks can handle.
 */
public final class FormWorkbook {

  private static final int HEAD = Form.HEAD_ROW - 1;
  private static final int WINDOW = 200;

  private final Form form;
  private final SXSSFWorkbook workbook;
  private final XlsxStyles styles;

  private FormWorkbook(Form form, SXSSFWorkbook workbook) {
    this.form = form;
    this.workbook = workbook;
    this.styles = new XlsxStyles(workbook.getXSSFWorkbook());
  }

  /** Writes the form; equal forms give equal bytes. */
  public static void write(Form form, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path plain = StagedName.beside(target);
    Path staged = plain.resolveSibling(plain.getFileName() + ".xlsx");
    try {
      try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), WINDOW, false, true);
          OutputStream out = Files.newOutputStream(plain)) {
        FormWorkbook writer = new FormWorkbook(form, workbook);
        writer.about();
        writer.lines();
        workbook.write(out);
      }
      CanonicalZip.rewrite(plain, staged);
      Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(plain);
      Files.deleteIfExists(staged);
    }
  }

  private void about() throws IOException {
    SXSSFSheet sheet = page(form.about().name());
    styles.text(sheet.createRow(0), 0, form.title(), styles.title());
    Row head = sheet.createRow(HEAD);
    styles.text(head, 0, form.about().fact(), styles.head());
    styles.text(head, 1, form.about().value(), styles.head());
    int width = 84;
    int r = HEAD + 1;
    for (Form.Fact fact : form.about().facts()) {
      Row row = sheet.createRow(r++);
      styles.text(row, 0, fact.label(), styles.cell(false));
      if (fact.filledIn()) {
        row.createCell(1).setCellStyle(styles.blank());
      } else {
        styles.text(row, 1, fact.value(), styles.cell(false));
      }
      row.setHeightInPoints(fact.filledIn() ? 26f : 16f * XlsxStyles.lines(fact.value(), width));
    }
    sheet.setColumnWidth(0, 18 * 256);
    sheet.setColumnWidth(1, width * 256);
    XlsxTable.page(sheet, false);
    workbook.setPrintArea(0, 0, 1, 0, r - 1);
    sheet.flushRows(); // now, for texts to be numbered in one order
  }

  private void lines() throws IOException {
    SXSSFSheet sheet = page(form.lines());
    List<Form.Column> columns = form.columns();
    styles.text(sheet.createRow(0), 0, form.title(), styles.caption());
    Row head = sheet.createRow(HEAD);
    head.setHeightInPoints(30);
    for (int i = 0; i < columns.size(); i++) {
      styles.text(head, i, columns.get(i).label(), styles.head());
      sheet.setColumnWidth(i, columns.get(i).width() * 256);
    }
    int r = HEAD + 1;
    for (List<Cell> cells : form.rows()) {
      line(sheet.createRow(r++), cells);
    }
    int last = r - 1;
    choices(sheet, last);
    sheet.createFreezePane(1, HEAD + 1);
    if (last > HEAD) {
      sheet.setAutoFilter(new CellRangeAddress(HEAD, last, 0, columns.size() - 1));
    }
    sheet.setRepeatingRows(new CellRangeAddress(0, HEAD, -1, -1));
    XlsxTable.page(sheet, true);
    workbook.setPrintArea(1, 0, columns.size() - 1, 0, last);
    sheet.flushRows();
  }

  private void line(Row row, List<Cell> cells) {
    int lines = 1;
    for (int i = 0; i < form.columns().size(); i++) {
      if (i >= cells.size()) {
        row.createCell(i).setCellStyle(styles.blank());
      } else {
        styles.put(row, i, cells.get(i), form.wording());
        int width = form.columns().get(i).width();
        lines = Math.max(lines, XlsxStyles.lines(cells.get(i).shown(form.wording()), width));
      }
    }
    row.setHeightInPoints(15f * lines);
  }

  private void choices(SXSSFSheet sheet, int last) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    for (int i = 0; i < form.columns().size(); i++) {
      List<String> choices = form.columns().get(i).choices();
      if (!choices.isEmpty() && last > HEAD) {
        DataValidation validation =
            helper.createValidation(
                helper.createExplicitListConstraint(choices.toArray(String[]::new)),
                new CellRangeAddressList(HEAD + 1, last, i, i));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
      }
    }
  }

  /** A page whose cells are locked, but for those to fill in. */
  private SXSSFSheet page(String name) {
    SXSSFSheet sheet = workbook.createSheet(name);
    sheet.enableLocking();
    sheet.lockAutoFilter(false);
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    return sheet;
  }
}
