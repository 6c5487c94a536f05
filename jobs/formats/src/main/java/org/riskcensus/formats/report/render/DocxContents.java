package org.riskcensus.formats.report.render;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.riskcensus.formats.report.Section;

/**
 * The table of contents as Word makes it: a TOC field over the heading styles, which Word renews,
 * filled in beforehand with a link and a page-number field for every heading.
 */
final class DocxContents {

  private record Entry(Section section, int level) {}

  private final DocxText text;

  DocxContents(DocxText text) {
    this.text = text;
  }

  void write(String title, List<Section> sections) {
    text.paragraph("ContentsHeading", title);
    List<Entry> entries = new ArrayList<>();
    sections.forEach(section -> add(entries, section, 1));
    for (int i = 0; i < entries.size(); i++) {
      XWPFParagraph line = text.paragraph("TOC" + entries.get(i).level(), "");
      if (i == 0) {
        DocxText.mark(line, STFldCharType.BEGIN);
        DocxText.instruction(line, "TOC \\o \"1-2\" \\h \\z \\u");
        DocxText.mark(line, STFldCharType.SEPARATE);
      }
      entry(line, entries.get(i).section());
      if (i == entries.size() - 1) {
        DocxText.mark(line, STFldCharType.END);
      }
    }
  }

  private static void add(List<Entry> entries, Section section, int level) {
    entries.add(new Entry(section, level));
    section.sections().forEach(below -> add(entries, below, level + 1));
  }

  private static void entry(XWPFParagraph line, Section section) {
    CTHyperlink link = line.getCTP().addNewHyperlink();
    link.setAnchor(DocxText.bookmark(section));
    new XWPFHyperlinkRun(link, link.addNewR(), line).setText(section.title());
    line.createRun().addTab();
    DocxText.field(line, "PAGEREF " + DocxText.bookmark(section) + " \\h", "");
  }
}
