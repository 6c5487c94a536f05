package org.riskcensus.formats.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.riskcensus.formats.report.ChartBlock;
import org.riskcensus.formats.report.Cover;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.formats.write.CanonicalZip;

/**
 * The figures of a report as a workbook: a sheet for the title page and contents, one for the text,
 * and one for every table and chart, with real numbers. Map sheets are left to the other formats.
 */
final class XlsxRenderer {

  private static final int TEXT_WIDTH = 84;

  private final Report report;
  private final XSSFWorkbook workbook;
  private final XlsxStyles styles;

  private XlsxRenderer(Report report, XSSFWorkbook workbook) {
    this.report = report;
    this.workbook = workbook;
    this.styles = new XlsxStyles(workbook);
  }

  static void write(Report report, Path file) throws IOException {
    Path plain = file.resolveSibling(file.getFileName() + ".plain");
    try {
      try (XSSFWorkbook workbook = new XSSFWorkbook();
          OutputStream out = Files.newOutputStream(plain)) {
        new XlsxRenderer(report, workbook).fill();
        workbook.write(out);
      }
      CanonicalZip.rewrite(plain, file);
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private void fill() {
    about();
    XSSFSheet cover = workbook.createSheet(report.wording().contents());
    XSSFSheet words = workbook.createSheet(report.wording().text());
    Map<String, String> captions = new LinkedHashMap<>();
    for (Section section : report.sections()) {
      section.all(Table.class).forEach(table -> captions.put(add(table), table.caption()));
      section.all(ChartBlock.class).forEach(chart -> captions.put(add(chart), chart.caption()));
    }
    cover(cover, captions);
    words(words);
  }

  private void about() {
    POIXMLProperties.CoreProperties about = workbook.getProperties().getCoreProperties();
    about.setTitle(report.cover().title());
    about.setCreator("census");
    about.setDescription(report.cover().identity());
    Date date = Date.from(report.cover().date().atStartOfDay().toInstant(ZoneOffset.UTC));
    about.setCreated(Optional.of(date));
    about.setModified(Optional.of(date));
  }

  private String add(Table table) {
    String name = sheetName(table.caption());
    new XlsxTable(workbook.createSheet(name), styles, report.wording()).write(table);
    return name;
  }

  private String add(ChartBlock chart) {
    String name = sheetName(chart.caption());
    new XlsxChart(workbook.createSheet(name), styles).write(chart);
    return name;
  }

  /** The number of a caption: what stands before its first space that may break. */
  private static String sheetName(String caption) {
    return caption.split("[\\s\\u3000]", 2)[0].replace('\u00a0', ' ');
  }

  private void cover(XSSFSheet sheet, Map<String, String> captions) {
    Cover cover = report.cover();
    int r = 0;
    styles.text(sheet.createRow(r++), 0, cover.title(), styles.title());
    styles.text(sheet.createRow(r++), 0, cover.subtitle(), styles.words());
    for (String notice : cover.notices()) {
      styles.text(sheet.createRow(r++), 0, notice, styles.notice());
    }
    for (Cover.Fact fact : cover.facts()) {
      Row row = sheet.createRow(r++);
      styles.text(row, 0, fact.label(), styles.words());
      styles.text(row, 1, fact.value(), styles.words());
    }
    styles.text(sheet.createRow(r++), 0, report.wording().missingNote(), styles.words());
    r++;
    for (Map.Entry<String, String> caption : captions.entrySet()) {
      Row row = sheet.createRow(r++);
      styles.text(row, 0, caption.getKey(), styles.link());
      Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress("'" + caption.getKey() + "'!A1");
      row.getCell(0).setHyperlink(link);
      String title = caption.getValue().substring(caption.getKey().length()).strip();
      styles.text(row, 1, title, styles.words());
    }
    sheet.setColumnWidth(0, 14 * 256);
    sheet.setColumnWidth(1, 80 * 256);
    XlsxTable.page(sheet, false);
  }

  private void words(XSSFSheet sheet) {
    int r = 0;
    for (Section section : report.sections()) {
      styles.text(sheet.createRow(r++), 0, section.title(), styles.caption());
      for (Paragraph paragraph : section.all(Paragraph.class)) {
        styles.wrapped(sheet.createRow(r++), paragraph.text(), TEXT_WIDTH);
      }
    }
    sheet.setColumnWidth(0, TEXT_WIDTH * 256);
    XlsxTable.page(sheet, false);
  }
}
