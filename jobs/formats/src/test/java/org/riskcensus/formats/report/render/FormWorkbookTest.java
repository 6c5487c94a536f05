package org.riskcensus.formats.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Form;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Wording;

class FormWorkbookTest {

  private static final Form FORM =
      new Form(
          "抽检表",
          new Wording(
              "zh-CN",
              "目录",
              "正文",
              Arrays.stream(Cell.Missing.values())
                  .collect(Collectors.toMap(cause -> cause, Enum::name)),
              ""),
          new Form.About(
              "说明",
              "项目",
              "内容",
              List.of(new Form.Fact("编号", "7", false), new Form.Fact("检查人", "", true))),
          "清单",
          List.of(
              Form.Column.given("序号", 8),
              Form.Column.given("名称", 20),
              Form.Column.blank("判定", 10, "正确", "错误")),
          List.of(
              List.of(
                  new Cell.Figure(1, NumberForm.WHOLE), new Cell.Text("=HYPERLINK(\"http://x\")")),
              List.of(new Cell.Figure(2, NumberForm.WHOLE), new Cell.Text("+1"))));

  @TempDir Path directory;

  @Test
  void textThatBeginsLikeAFormulaStaysText() throws IOException {
    try (XSSFWorkbook book = written("a.xlsx")) {
      for (int row : new int[] {2, 3}) {
        XSSFCell cell = book.getSheet("清单").getRow(row).getCell(1);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
      }
    }
  }

  @Test
  void onlyCellsToFillInAreOpenAndOfferTheirChoices() throws IOException {
    try (XSSFWorkbook book = written("a.xlsx")) {
      XSSFSheet lines = book.getSheet("清单");
      assertThat(lines.getProtect()).isTrue();
      assertThat(lines.getRow(2).getCell(1).getCellStyle().getLocked()).isTrue();
      assertThat(lines.getRow(2).getCell(2).getCellStyle().getLocked()).isFalse();
      assertThat(lines.getDataValidations()).hasSize(1);
      assertThat(
              lines.getDataValidations().get(0).getValidationConstraint().getExplicitListValues())
          .containsExactly("正确", "错误");
      assertThat(book.getSheet("说明").getRow(3).getCell(1).getCellStyle().getLocked()).isFalse();
    }
  }

  @Test
  void equalFormsGiveEqualBytes() throws IOException {
    written("a.xlsx").close();
    written("b.xlsx").close();
    assertThat(directory.resolve("a.xlsx")).hasSameBinaryContentAs(directory.resolve("b.xlsx"));
    assertThat(directory).isDirectoryNotContaining("glob:**.plain");
  }

  private XSSFWorkbook written(String name) throws IOException {
    Path file = directory.resolve(name);
    FormWorkbook.write(FORM, file);
    return new XSSFWorkbook(Files.newInputStream(file));
  }
}
