package org.riskcensus.formats.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Chooses the sheet to read: the named one, or the only visible one that is not empty. */
final class Sheets {

  private Sheets() {}

  static Sheet choose(SourceFile file, ReadableWorkbook workbook) throws IOException {
    List<Sheet> sheets = workbook.getSheets().toList();
    String layer = file.spec().layer();
    if (layer == null) {
      return only(file, sheets);
    }
    return sheets.stream()
        .filter(sheet -> sheet.getName().strip().equals(layer.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                file.unreadable(
                    "it has no sheet '" + layer + "'", "choose among " + names(sheets)));
  }

  private static Sheet only(SourceFile file, List<Sheet> sheets) throws IOException {
    List<Sheet> filled = new ArrayList<>();
    for (Sheet sheet : sheets) {
      if (sheet.getVisibility() == SheetVisibility.VISIBLE && filled(sheet)) {
        filled.add(sheet);
      }
    }
    if (filled.isEmpty()) {
      throw file.unreadable("all its sheets are empty", "send the workbook with its rows");
    }
    if (filled.size() > 1) {
      throw file.unreadable(
          "it has several sheets: " + names(filled), "name one as the layer of the source");
    }
    return filled.get(0);
  }

  private static boolean filled(Sheet sheet) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      return rows.anyMatch(
          row -> row.stream().anyMatch(cell -> cell != null && cell.getType() != CellType.EMPTY));
    }
  }

  private static String names(List<Sheet> sheets) {
    return String.join(", ", sheets.stream().map(Sheet::getName).toList());
  }
}
