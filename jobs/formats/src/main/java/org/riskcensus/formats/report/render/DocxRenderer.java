package org.riskcensus.formats.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.riskcensus.formats.chart.ChartRenderer;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.ChartBlock;
import org.riskcensus.formats.report.Cover;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Picture;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Signatures;
import org.riskcensus.formats.report.Table;
import org.riskcensus.formats.write.CanonicalZip;

/** The report as a Word document to be worked on: real styles, contents, tables. */
final class DocxRenderer {

  private static final long A4_WIDE = 11906;
  private static final long A4_HIGH = 16838;
  private static final long MARGIN = 1304;

  /** Width of the text in twentieths of a point. */
  static final long TEXT_WIDTH = A4_WIDE - 2 * MARGIN;

  private final Report report;
  private final XWPFDocument document;
  private final DocxText text;

  private DocxRenderer(Report report, XWPFDocument document) throws IOException {
    this.report = report;
    this.document = document;
    DocxStyles.apply(document);
    this.text = new DocxText(document);
  }

  static void write(Report report, Path file) throws IOException {
    Path plain = file.resolveSibling(file.getFileName() + ".plain");
    try {
      try (XWPFDocument document = new XWPFDocument();
          OutputStream out = Files.newOutputStream(plain)) {
        new DocxRenderer(report, document).fill();
        document.write(out);
      }
      CanonicalZip.rewrite(plain, file);
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private void fill() {
    page();
    about();
    cover();
    new DocxContents(text).write(report.wording().contents(), report.sections());
    report.sections().forEach(this::chapter);
  }

  private void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(A4_WIDE));
    size.setH(BigInteger.valueOf(A4_HIGH));
    CTPageMar margin = section.addNewPgMar();
    margin.setTop(BigInteger.valueOf(MARGIN));
    margin.setBottom(BigInteger.valueOf(MARGIN));
    margin.setLeft(BigInteger.valueOf(MARGIN));
    margin.setRight(BigInteger.valueOf(MARGIN));
    margin.setHeader(BigInteger.valueOf(680));
    margin.setFooter(BigInteger.valueOf(680));
    section.addNewTitlePg();
    XWPFParagraph head = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    head.setStyle("Header");
    head.createRun().setText(report.cover().title());
    XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    foot.setStyle("Footer");
    DocxText.field(foot, "PAGE", "1");
    foot.createRun().setText(" / ");
    DocxText.field(foot, "NUMPAGES", "1");
  }

  private void about() {
    POIXMLProperties.CoreProperties about = document.getProperties().getCoreProperties();
    about.setTitle(report.cover().title());
    about.setCreator("census");
    about.setDescription(report.cover().identity());
    Date date = Date.from(report.cover().date().atStartOfDay().toInstant(ZoneOffset.UTC));
    about.setCreated(Optional.of(date));
    about.setModified(Optional.of(date));
  }

  private void cover() {
    Cover cover = report.cover();
    text.paragraph("Title", cover.title());
    text.paragraph("Subtitle", cover.subtitle());
    cover.notices().forEach(notice -> text.paragraph("Notice", notice));
    new DocxTable(document).facts(cover.facts());
  }

  private void chapter(Section chapter) {
    boolean first = chapter.equals(report.sections().get(0));
    if (chapter.isBrief() && !first) { // the first stands below the contents
      text.briefHeading(chapter);
    } else {
      text.heading(chapter, 1);
    }
    content(chapter, 1);
  }

  private void content(Section section, int level) {
    section.blocks().forEach(this::block);
    for (Section below : section.sections()) {
      text.heading(below, level + 1);
      content(below, level + 1);
    }
  }

  private void block(Block block) {
    if (block instanceof Paragraph paragraph) {
      paragraph(paragraph);
    } else if (block instanceof Table table) {
      text.paragraph("Caption", table.caption());
      new DocxTable(document).table(table, report.wording());
      table.notes().forEach(note -> text.paragraph("Note", note));
      text.paragraph("Note", "");
    } else if (block instanceof ChartBlock chart) {
      byte[] png = ChartRenderer.png(chart.chart());
      text.figure(png, chart.caption(), chart.alternative());
    } else if (block instanceof Picture picture) {
      text.figure(HtmlPart.bytes(picture), picture.caption(), picture.alternative());
    } else if (block instanceof Signatures signatures) {
      signatures
          .labels()
          .forEach(label -> text.paragraph("BodyTextPlain", label + ": ____________"));
    }
  }

  private void paragraph(Paragraph paragraph) {
    boolean chinese = report.wording().languageTag().startsWith("zh");
    String style =
        switch (paragraph.kind()) {
          case BODY -> chinese ? "BodyText" : "BodyTextPlain";
          case NOTE -> "Note";
          case WARNING -> "Warning";
        };
    text.paragraph(style, paragraph.text());
  }
}
