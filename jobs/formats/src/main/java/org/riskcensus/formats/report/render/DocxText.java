package org.riskcensus.formats.report.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import javax.imageio.ImageIO;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.riskcensus.formats.report.Section;

/** Paragraphs, headings, fields and pictures of a Word document. */
final class DocxText {

  private static final double FIGURE_POINTS = 450;
  private static final int SPACE_ABOVE_BRIEF = 680; // twentieths of a point, as in the PDF

  private final XWPFDocument document;
  private int bookmarks;

  DocxText(XWPFDocument document) {
    this.document = document;
  }

  XWPFParagraph paragraph(String style, String words) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    if (!words.isEmpty()) {
      paragraph.createRun().setText(words);
    }
    return paragraph;
  }

  /** A chapter's heading that goes on below what stands before, not on a page of its own. */
  void briefHeading(Section section) {
    XWPFParagraph paragraph = heading(section, 1);
    paragraph.setPageBreak(false);
    paragraph.setSpacingBefore(SPACE_ABOVE_BRIEF);
  }

  /** A heading with the bookmark that the contents point to. */
  XWPFParagraph heading(Section section, int level) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle("Heading" + level);
    BigInteger id = BigInteger.valueOf(bookmarks++);
    CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
    start.setId(id);
    start.setName(bookmark(section));
    paragraph.createRun().setText(section.title());
    paragraph.getCTP().addNewBookmarkEnd().setId(id);
    return paragraph;
  }

  static String bookmark(Section section) {
    return "_Toc_" + section.id().replace('-', '_');
  }

  /** A picture as wide as the text, its caption below. */
  void figure(byte[] png, String caption, String alternative) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle("Figure");
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      int wide = Units.toEMU(FIGURE_POINTS);
      int high = Units.toEMU(FIGURE_POINTS * image.getHeight() / image.getWidth());
      XWPFPicture picture =
          paragraph
              .createRun()
              .addPicture(
                  new ByteArrayInputStream(png),
                  Document.PICTURE_TYPE_PNG,
                  caption + ".png",
                  wide,
                  high);
      picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(alternative);
    } catch (IOException e) {
      throw new UncheckedIOException("the picture of " + caption, e);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException("the picture of " + caption, e);
    }
    paragraph("FigureCaption", caption);
  }

  /** A field that Word computes; {@code shown} stands there until it does. */
  static void field(XWPFParagraph paragraph, String instruction, String shown) {
    mark(paragraph, STFldCharType.BEGIN);
    instruction(paragraph, instruction);
    mark(paragraph, STFldCharType.SEPARATE);
    paragraph.createRun().setText(shown);
    mark(paragraph, STFldCharType.END);
  }

  static void instruction(XWPFParagraph paragraph, String instruction) {
    XWPFRun run = paragraph.createRun();
    run.getCTR().addNewInstrText().setStringValue(" " + instruction + " ");
  }

  static void mark(XWPFParagraph paragraph, STFldCharType.Enum type) {
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(type);
  }
}
