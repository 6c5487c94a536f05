package org.riskcensus.formats.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.formats.chart.ChartRenderer;
import org.riskcensus.formats.report.Report;

class ReportFormatTest {

  @TempDir static Path folder;
  private static Report report;

  @BeforeAll
  static void write() throws Exception {
    Path map = Files.write(folder.resolve("map.png"), ChartRenderer.png(SmallReport.years()));
    report = SmallReport.with(map);
    for (ReportFormat format : ReportFormat.values()) {
      format.write(report, file(format));
    }
  }

  private static Path file(ReportFormat format) {
    return folder.resolve("report." + format.extension());
  }

  @Test
  void equalReportsGiveEqualBytes() throws Exception {
    for (ReportFormat format : ReportFormat.values()) {
      Path again = folder.resolve("again." + format.extension());
      format.write(report, again);
      assertThat(Files.mismatch(file(format), again)).as(format.extension()).isEqualTo(-1);
    }
  }

  @Test
  void nothingIsLeftBesideTheFiles() throws Exception {
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(f -> f.startsWith("."));
    }
  }

  @Test
  void thePageIsOneFileAndRunsNoFiledText() throws Exception {
    String page = Files.readString(file(ReportFormat.HTML));
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "12,345人次", "data:image/png;base64,")
        .doesNotContain("<script", "src=\"http", "href=\"http");
    assertThat(Pattern.compile("id=\"(\\w+)\"").matcher(page).results().map(m -> m.group(1)))
        .contains("losses", "risk", "zones");
  }

  @Test
  void thePdfHasEmbeddedFontsBookmarksAndPageNumbers() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(file(ReportFormat.PDF).toFile())) {
      List<String> bookmarks = new ArrayList<>();
      pdf.getDocumentCatalog()
          .getDocumentOutline()
          .children()
          .forEach(item -> bookmarks.add(item.getTitle()));
      assertThat(bookmarks).containsExactly("一、灾害损失", "二、风险与区划", "三、灾害隐患");
      for (PDPage page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
      String text = new PDFTextStripper().getText(pdf);
      int pages = pdf.getNumberOfPages();
      assertThat(text).contains("2 / " + pages, pages + " / " + pages, "未报不等于零");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
    }
  }

  @Test
  void textCopiedFromThePdfHasCharactersAndNoRadicals() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(file(ReportFormat.PDF).toFile())) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text).contains("风险", "人口", "自然").doesNotContainPattern("[\\u2E80-\\u2FDF]");
    }
  }

  @Test
  void theWordFileHasStylesContentsAndTablesWhoseHeadsRepeat() throws Exception {
    try (XWPFDocument word = new XWPFDocument(Files.newInputStream(file(ReportFormat.DOCX)))) {
      List<String> headings = new ArrayList<>();
      for (XWPFParagraph paragraph : word.getParagraphs()) {
        if (String.valueOf(paragraph.getStyle()).startsWith("Heading")) {
          headings.add(paragraph.getStyle() + " " + paragraph.getText());
        }
      }
      assertThat(headings)
          .containsExactly(
              "Heading1 一、灾害损失", "Heading1 二、风险与区划", "Heading2 （一）防治区划", "Heading1 三、灾害隐患");
      assertThat(word.getDocument().xmlText()).contains("TOC \\o", "PAGEREF _Toc_losses");
      XWPFTable losses = word.getTables().get(1);
      assertThat(losses.getRow(0).isRepeatHeader()).isTrue();
      assertThat(losses.getRow(2).getCell(1).getText()).isEqualTo("未报");
      assertThat(losses.getRow(1).getCell(2).getText()).isEqualTo("1,234.57");
      assertThat(word.getDocument().xmlText().split("<wp:inline", -1)).hasSize(3);
    }
  }

  @Test
  void aBriefChapterIsToldBelowTheOneBeforeAndInEveryFormat() throws Exception {
    try (XWPFDocument word = new XWPFDocument(Files.newInputStream(file(ReportFormat.DOCX)))) {
      List<String> goingOn =
          word.getParagraphs().stream()
              .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
              .filter(paragraph -> paragraph.getCTPPr().isSetPageBreakBefore())
              .peek(paragraph -> assertThat(paragraph.isPageBreak()).isFalse())
              .map(XWPFParagraph::getText)
              .toList();
      assertThat(goingOn).containsExactly("三、灾害隐患");
    }
    try (PDDocument pdf = Loader.loadPDF(file(ReportFormat.PDF).toFile())) {
      PDFTextStripper last = new PDFTextStripper();
      last.setStartPage(pdf.getNumberOfPages());
      assertThat(last.getText(pdf)).contains("（一）防治区划", "三、灾害隐患", "没有登记的隐患。");
    }
    assertThat(Files.readString(file(ReportFormat.HTML))).contains("没有登记的隐患。");
    try (XSSFWorkbook workbook = workbook()) {
      List<String> told = new ArrayList<>();
      workbook.getSheet("文字").forEach(row -> told.add(row.getCell(0).getStringCellValue()));
      assertThat(told).containsSequence("三、灾害隐患", "没有登记的隐患。");
    }
  }

  @Test
  void theWorkbookHasRealNumbersFrozenHeadsAndPrintAreas() throws Exception {
    try (XSSFWorkbook workbook = workbook()) {
      XSSFSheet sheet = workbook.getSheet("表1");
      XSSFCell loss = sheet.getRow(2).getCell(2);
      assertThat(loss.getNumericCellValue()).isEqualTo(1234.565);
      assertThat(loss.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
      assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("未报");
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
      assertThat(sheet.getRepeatingRows().getLastRow()).isEqualTo(1);
      assertThat(workbook.getPrintArea(workbook.getSheetIndex(sheet))).endsWith("$A$1:$D$64");
      assertThat(workbook.getSheet("图1").getDrawingPatriarch().getCharts()).hasSize(1);
    }
  }

  @Test
  void textThatLooksLikeAFormulaStaysQuotedText() throws Exception {
    try (XSSFWorkbook workbook = workbook()) {
      for (XSSFSheet sheet : List.of(workbook.getSheet("表1"), workbook.getSheet("表2"))) {
        sheet.forEach(
            row -> row.forEach(c -> assertThat(c.getCellType()).isNotEqualTo(CellType.FORMULA)));
      }
      for (int i = 0; i < SmallReport.UNFRIENDLY.size(); i++) {
        XSSFCell cell = workbook.getSheet("表2").getRow(i + 2).getCell(0);
        String text = SmallReport.UNFRIENDLY.get(i);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isEqualTo(!text.startsWith("<"));
      }
    }
  }

  @Test
  void whatWasNotReportedIsAGapInTheChartOfTheWorkbookAndNotZero() throws Exception {
    try (XSSFWorkbook workbook = workbook()) {
      XSSFSheet chart = workbook.getSheet("图1");
      assertThat(chart.getRow(4).getCell(0).getStringCellValue()).isEqualTo("2017");
      assertThat(chart.getRow(4).getCell(1).getCellType()).isEqualTo(CellType.BLANK);
      assertThat(chart.getRow(5).getCell(1).getNumericCellValue()).isZero();
    }
  }

  private static XSSFWorkbook workbook() throws Exception {
    return new XSSFWorkbook(Files.newInputStream(file(ReportFormat.XLSX)));
  }
}
