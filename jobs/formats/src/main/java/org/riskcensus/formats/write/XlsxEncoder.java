package org.riskcensus.formats.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One sheet with a styled, frozen header, a filter, and column widths taken from the first rows. It
 * prints across with all columns on a page. Numbers and dates are real ones. Points become two
 * columns; other geometries do not fit a cell and are left out. Text is never run as a formula in
 * this format, so it stays as it is.
 */
final class XlsxEncoder implements LayerEncoder {

  /** Rows looked at for the column widths, and kept in memory at a time. */
  private static final int WINDOW = 1_000;

  private static final int MAX_ROWS = 1_048_576;
  private static final int MAX_TEXT = 32_767;

  /** Whole numbers beyond 15 digits lose digits in a spreadsheet: they are written as text. */
  private static final long MAX_EXACT = 999_999_999_999_999L;

  private final LayerTarget target;
  private final GeometryColumns geometryColumns;
  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final SheetWidths widths;
  private int rows = 1;

  private XlsxEncoder(LayerTarget target) throws IOException {
    this.target = target;
    this.geometryColumns = GeometryColumns.ofPoints(target);
    this.out = Files.newOutputStream(plain());
    this.workbook = new Workbook(out, "census", "1.0");
    this.sheet = workbook.newWorksheet(target.schema().name());
    List<String> headers = headers();
    this.widths = new SheetWidths(headers);
    for (int column = 0; column < headers.size(); column++) {
      sheet.value(0, column, headers.get(column));
      sheet
          .style(0, column)
          .bold()
          .fillColor("D9E2F3")
          .horizontalAlignment("center")
          .verticalAlignment("center")
          .borderStyle("thin")
          .wrapText(true)
          .set();
    }
    sheet.freezePane(0, 1);
    sheet.setFitToPage(true);
  }

  static LayerEncoder open(LayerTarget target) throws IOException {
    return new XlsxEncoder(target);
  }

  private Path plain() {
    return target.staged().resolveSibling("plain.xlsx");
  }

  private List<String> headers() {
    List<String> headers = new ArrayList<>();
    target.schema().fields().forEach(field -> headers.add(target.options().header(field)));
    headers.addAll(geometryColumns.headers());
    return headers;
  }

  @Override
  public void encode(List<@Nullable Object> values, @Nullable Geometry geometry)
      throws IOException {
    if (rows == MAX_ROWS) {
      throw target.refuse("a sheet ends at row " + MAX_ROWS, "write .csv or .gpkg, or fewer rows");
    }
    List<@Nullable Object> cells = new ArrayList<>(values);
    cells.addAll(geometryColumns.values(geometry));
    for (int column = 0; column < cells.size(); column++) {
      Object value = cells.get(column);
      if (value != null) {
        writeCell(column, value);
      }
    }
    rows++;
    if (rows % WINDOW == 0) {
      widths.apply(sheet);
      sheet.flush();
    }
  }

  private void writeCell(int column, Object value) throws IOException {
    if (value instanceof LocalDate date) {
      sheet.value(rows, column, date);
      sheet.style(rows, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Boolean truth) {
      sheet.value(rows, column, truth);
    } else if (value instanceof Number number && exact(number)) {
      sheet.value(rows, column, number);
    } else {
      writeText(column, value.toString());
    }
    widths.see(column, value.toString());
  }

  private static boolean exact(Number number) {
    return number instanceof Double
        ? Double.isFinite(number.doubleValue())
        : Math.abs(number.longValue()) <= MAX_EXACT;
  }

  private void writeText(int column, String text) throws IOException {
    if (text.length() > MAX_TEXT) {
      throw target.refuse(
          "row " + rows + ": text of " + text.length() + " characters, a cell holds " + MAX_TEXT,
          "write .csv or .gpkg");
    }
    sheet.value(rows, column, text);
  }

  @Override
  public void finish() throws IOException {
    widths.apply(sheet);
    SheetPrint.of(widths.total()).apply(sheet);
    sheet.setAutoFilter(0, 0, rows - 1, Math.max(0, headers().size() - 1));
    workbook.finish();
    out.close();
    CanonicalZip.rewrite(plain(), target.staged());
    Files.delete(plain());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
