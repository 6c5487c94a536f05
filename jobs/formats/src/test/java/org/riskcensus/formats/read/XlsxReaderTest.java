package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxReaderTest {

  @TempDir Path folder;

  private Path workbook(Consumer<Workbook> content) throws IOException {
    Path file = folder.resolve("t.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook);
    }
    return file;
  }

  private Path sheet(Consumer<Worksheet> content) throws IOException {
    return workbook(workbook -> content.accept(workbook.newWorksheet("损失")));
  }

  private static void row(Worksheet sheet, int row, Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Number number) {
        sheet.value(row, i, number);
      } else if (values[i] != null) {
        sheet.value(row, i, values[i].toString());
      }
    }
  }

  @Test
  void numbersReadAsTheyLook() throws IOException {
    Path file =
        sheet(
            sheet -> {
              row(sheet, 0, "代码", "整数", "小数", "和", "文本");
              row(sheet, 1, 370321101201L, 12.0, 0.1, 0.1 + 0.2, "01001");
            });
    assertThat(Reading.rows(file).get(0).attributes())
        .containsExactly(
            entry("代码", "370321101201"),
            entry("整数", "12"),
            entry("小数", "0.1"),
            entry("和", "0.30000000000000004"),
            entry("文本", "01001"));
  }

  @Test
  void datesReadAsIsoDates() throws IOException {
    Path file =
        sheet(
            sheet -> {
              row(sheet, 0, "日期", "时刻", "自定");
              sheet.value(1, 0, LocalDate.of(2025, 7, 9));
              sheet.style(1, 0).format("yyyy-mm-dd").set();
              sheet.value(1, 1, LocalDateTime.of(2025, 7, 9, 8, 30));
              sheet.style(1, 1).format("yyyy/m/d h:mm").set();
              sheet.value(1, 2, LocalDate.of(2024, 2, 29));
              sheet.style(1, 2).format("yyyy年m月d日").set();
            });
    assertThat(Reading.rows(file).get(0).attributes())
        .containsExactly(
            entry("日期", "2025-07-09"), entry("时刻", "2025-07-09T08:30"), entry("自定", "2024-02-29"));
  }

  @ParameterizedTest
  @CsvSource({
    "14, , true",
    "31, , true",
    "0, General, false",
    ", '[Red]0.00', false",
    ", '0.00E+00', false",
    ", '#,##0\"days\"', false",
    ", 'yyyy\"年\"', true",
    ", '[h]:mm', true"
  })
  void aDateIsToldFromANumberByItsFormat(Integer id, String pattern, boolean date) {
    assertThat(CellText.isDate(id, pattern)).isEqualTo(date);
  }

  @Test
  void rowsAreNumberedFromTheHeaderAndBlankOnesKeepTheirNumber() throws IOException {
    Path file =
        sheet(
            sheet -> {
              row(sheet, 0, "灾害损失统计表");
              row(sheet, 2, "编号", "人数");
              row(sheet, 3, "A", 1);
              row(sheet, 5, "B", 2);
            });
    assertThat(Reading.rows(file, "header_row", "3"))
        .extracting(SourceRow::rowNumber)
        .containsExactly(1L, 3L);
    assertThat(Reading.refusal(file, "header_row", "2")).contains("row 2 is empty", "header_row");
  }

  @Test
  void emptyCellsAreLeftOut() throws IOException {
    Path file =
        sheet(
            sheet -> {
              row(sheet, 0, "a", "b", "c");
              row(sheet, 1, null, "x", " ");
            });
    assertThat(Reading.rows(file).get(0).attributes()).containsExactly(entry("b", "x"));
  }

  @Test
  void twoColumnsOfOneNameAreRefusedByName() throws IOException {
    Path file = sheet(sheet -> row(sheet, 0, "编号", "死亡人口", "死亡人口 "));
    assertThat(Reading.refusal(file)).contains("死亡人口");
  }

  @Test
  void theOnlyFilledSheetIsTakenAndOneOfSeveralMustBeNamed() throws IOException {
    Path one =
        workbook(
            workbook -> {
              row(workbook.newWorksheet("空"), 0);
              row(workbook.newWorksheet("数据"), 0, "a");
            });
    assertThat(Reading.header(one).fields()).containsExactly("a");
    Path two =
        workbook(
            workbook -> {
              row(workbook.newWorksheet("2024"), 0, "a");
              row(workbook.newWorksheet("2025"), 0, "b");
            });
    assertThat(Reading.refusal(two)).contains("2024, 2025");
    assertThat(Reading.header(two, "layer", "2025").fields()).containsExactly("b");
    assertThat(Reading.refusal(two, "layer", "2023")).contains("2023", "2024, 2025");
  }

  @Test
  void coordinatesInASheetAreGeometry() throws IOException {
    Path file =
        sheet(
            sheet -> {
              row(sheet, 0, "经度", "纬度");
              row(sheet, 1, 109.88, 31.07);
            });
    List<SourceRow> rows = Reading.rows(file);
    assertThat(Reading.wkt(rows.get(0))).isEqualTo("POINT (109.88 31.07)");
  }

  @Test
  void aFileThatIsNoWorkbookIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("a.xlsx"), "编号,名称\n");
    assertThat(Reading.refusal(text)).contains("no .xlsx workbook");
    byte[] ole = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    assertThat(Reading.refusal(Files.write(folder.resolve("b.xlsx"), ole))).contains("password");
    byte[] whole = Files.readAllBytes(sheet(sheet -> row(sheet, 0, "a")));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThat(Reading.refusal(Files.write(folder.resolve("c.xlsx"), half))).contains("c.xlsx");
  }
}
