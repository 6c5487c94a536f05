package org.riskcensus.formats.write;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/**
 * How a sheet prints: across, its columns fitted to the page, the header on every page, pages
 * numbered. What would be too small to read on A4 goes on A3, and on as many of these side by side
 * as keep it readable; the first column then stands on each.
 *
 * @param paper size of the paper
 * @param pages number of pages side by side
 */
record SheetPrint(PaperSize paper, int pages) {

  /** Characters a page takes across at 60 % of their size, about 6 pt. */
  private static final int A4_CHARACTERS = 220;

  private static final int A3_CHARACTERS = 310;

  /** For columns that are together so many characters wide. */
  static SheetPrint of(int characters) {
    return characters <= A4_CHARACTERS
        ? new SheetPrint(PaperSize.A4_PAPER, 1)
        : new SheetPrint(PaperSize.A3_PAPER, (characters + A3_CHARACTERS - 1) / A3_CHARACTERS);
  }

  void apply(Worksheet sheet) {
    sheet.paperSize(paper);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) pages);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
    if (pages > 1) {
      sheet.repeatCols(0);
    }
    sheet.footer("&P / &N", Position.CENTER);
  }
}
