package org.riskcensus.formats.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.PaperSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetPrintTest {

  @TempDir private Path folder;

  @Test
  void aSheetThatIsReadableOnOnePageIsPrintedOnOne() {
    assertThat(SheetPrint.of(220)).isEqualTo(new SheetPrint(PaperSize.A4_PAPER, 1));
    assertThat(SheetPrint.of(310)).isEqualTo(new SheetPrint(PaperSize.A3_PAPER, 1));
  }

  @Test
  void aWiderSheetTakesAsManyPagesAsKeepItReadable() {
    assertThat(SheetPrint.of(311)).isEqualTo(new SheetPrint(PaperSize.A3_PAPER, 2));
    assertThat(SheetPrint.of(900)).isEqualTo(new SheetPrint(PaperSize.A3_PAPER, 3));
  }

  @Test
  void aWrittenSheetPrintsAcrossWithItsHeaderOnEveryPage() throws IOException {
    Path file = Townships.write(folder.resolve("x.xlsx"), Townships.LAYER, WriteOptions.DEFAULT);
    try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
      assertThat(sheet.getRepeatingRows()).isEqualTo(CellRangeAddress.valueOf("1:1"));
    } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
      throw new IOException(e);
    }
  }
}
