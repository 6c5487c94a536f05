package org.riskcensus.formats.report.render;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.riskcensus.formats.report.Cover;
import org.riskcensus.formats.report.Table;
import org.riskcensus.formats.report.Wording;

/** Tables of a Word document: fixed widths, the head repeated on every page, rows kept whole. */
final class DocxTable {

  /** Rows, with the head, that a page easily holds. */
  private static final int SHORT = 17;

  private static final int FIRST_ROWS = 3;

  private final XWPFDocument document;

  DocxTable(XWPFDocument document) {
    this.document = document;
  }

  void table(Table table, Wording wording) {
    List<Table.Column> columns = table.columns();
    double all = columns.stream().mapToDouble(Table.Column::weight).sum();
    long[] widths =
        columns.stream()
            .mapToLong(c -> Math.round(c.weight() / all * DocxRenderer.TEXT_WIDTH))
            .toArray();
    XWPFTable made = make(table.rows().size() + 1, widths, "ReportTable");
    XWPFTableRow head = made.getRow(0);
    head.setRepeatHeader(true);
    for (int i = 0; i < columns.size(); i++) {
      set(head.getCell(i), "TableHead", columns.get(i).head(), false);
    }
    for (int r = 0; r < table.rows().size(); r++) {
      Table.Row row = table.rows().get(r);
      for (int i = 0; i < columns.size(); i++) {
        String style = columns.get(i).numeric() ? "TableNumber" : "TableText";
        set(made.getRow(r + 1).getCell(i), style, row.cells().get(i).shown(wording), row.total());
      }
    }
    keepTogether(made);
  }

  /** Short tables stay on one page; of long ones the head stays with the first rows. */
  private static void keepTogether(XWPFTable table) {
    int rows = table.getNumberOfRows();
    int kept = rows <= SHORT ? rows - 1 : FIRST_ROWS;
    for (int r = 0; r < Math.min(kept, rows); r++) {
      for (XWPFTableCell cell : table.getRow(r).getTableCells()) {
        cell.getParagraphs().get(0).setKeepNext(true);
      }
    }
  }

  /** The lines of the title page. */
  void facts(List<Cover.Fact> facts) {
    long label = DocxRenderer.TEXT_WIDTH / 4;
    XWPFTable made =
        make(facts.size(), new long[] {label, DocxRenderer.TEXT_WIDTH - label}, "TableNormal");
    for (int r = 0; r < facts.size(); r++) {
      set(made.getRow(r).getCell(0), "Normal", facts.get(r).label(), false);
      set(made.getRow(r).getCell(1), "Normal", facts.get(r).value(), false);
    }
  }

  private XWPFTable make(int rows, long[] widths, String style) {
    XWPFTable table = document.createTable(rows, widths.length);
    CTTblPr properties = table.getCTTbl().getTblPr();
    if (properties.isSetTblBorders()) {
      properties.unsetTblBorders();
    }
    table.setStyleID(style);
    table.setWidth(Long.toString(DocxRenderer.TEXT_WIDTH));
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblLook look = properties.addNewTblLook();
    look.setFirstRow("1");
    look.setNoVBand("1");
    CTTblGrid grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (long width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
    for (XWPFTableRow row : table.getRows()) {
      row.setCantSplitRow(true);
      for (int i = 0; i < widths.length; i++) {
        row.getCell(i).setWidth(Long.toString(widths[i]));
      }
    }
    return table;
  }

  private static void set(XWPFTableCell cell, String style, String words, boolean bold) {
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setStyle(style);
    var run = paragraph.createRun();
    run.setBold(bold || style.equals("TableHead"));
    run.setText(words);
  }
}
