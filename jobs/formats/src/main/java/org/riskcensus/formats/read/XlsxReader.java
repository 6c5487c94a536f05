package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook: options {@code header_row} (sheet row of the names, 1 when not given)
 * and those of {@link GeometryColumns}; the layer is the sheet. A row's number counts from the row
 * after the header, blank rows too, so that a row is found again in the sheet.
 *
 * <p>Rows are streamed; the workbook's table of shared texts is held by the library.
 */
final class XlsxReader extends StreamingReader {

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final int headerRow;
  private final TableColumns columns;
  private final CellText text;

  private XlsxReader(SourceFile file, ReadableWorkbook workbook, Stream<Row> stream, CellText text)
      throws IOException {
    super(file);
    this.workbook = workbook;
    this.stream = stream;
    this.text = text;
    this.rows = stream.iterator();
    this.headerRow = file.options().count("header_row", 1);
    this.columns = TableColumns.of(file, header());
  }

  static XlsxReader open(SourceFile file) throws IOException {
    checkKind(file);
    ReadableWorkbook workbook =
        new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, true));
    try {
      Stream<Row> stream = Sheets.choose(file, workbook).openStream();
      return new XlsxReader(file, workbook, stream, new CellText(workbook.isDate1904()));
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  private static void checkKind(SourceFile file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file.path())) {
      start = in.readNBytes(8);
    }
    if (start.length == 8 && ReadableWorkbook.isOLE2Header(start)) {
      throw file.unreadable(
          "this is an old .xls or a workbook with a password",
          "save it as .xlsx without a password");
    }
    if (start.length < 4 || start[0] != 'P' || start[1] != 'K') {
      throw file.unreadable(
          "this is no .xlsx workbook", "open it in a spreadsheet and save it as .xlsx");
    }
  }

  private List<String> header() throws UnreadableFileException {
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.getRowNum() == headerRow) {
        return texts(row, new ArrayList<>());
      }
      if (row.getRowNum() > headerRow) {
        break;
      }
    }
    throw file()
        .unreadable(
            "its row " + headerRow + " is empty",
            "set header_row to the row that holds the column names");
  }

  private List<String> texts(Row row, List<String> problems) {
    List<String> texts = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      texts.add(cell == null ? "" : text.of(cell, problems));
    }
    return texts;
  }

  @Override
  @Nullable SourceRow advance() {
    while (rows.hasNext()) {
      Row row = rows.next();
      List<String> problems = new ArrayList<>();
      List<String> texts = texts(row, problems);
      if (!problems.isEmpty() || !texts.stream().allMatch(String::isBlank)) {
        return columns.row((long) row.getRowNum() - headerRow, texts, false, problems);
      }
    }
    return null;
  }

  @Override
  public List<String> fields() {
    return columns.fields();
  }

  @Override
  Optional<String> ownCrs() {
    return Optional.empty();
  }

  @Override
  public boolean hasGeometry() {
    return columns.hasGeometry();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
