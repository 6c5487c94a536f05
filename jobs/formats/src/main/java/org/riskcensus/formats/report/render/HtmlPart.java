package org.riskcensus.formats.report.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.riskcensus.formats.chart.ChartRenderer;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.ChartBlock;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Picture;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Signatures;
import org.riskcensus.formats.report.Table;
import org.riskcensus.formats.report.Wording;

/**
 * One part of the page in reading order, as the template wants it: a heading or a block. Pictures
 * stand in the page itself, so that it is one file.
 *
 * @param kind which part of the template shows it
 * @param level 1 for chapters, 2 below; of headings only
 * @param content section or block
 * @param image picture as a data URI, else empty
 */
public record HtmlPart(String kind, int level, Object content, String image) {

  static List<HtmlPart> list(List<Section> sections, Wording wording) {
    List<HtmlPart> parts = new ArrayList<>();
    sections.forEach(section -> add(parts, section, 1, wording));
    return parts;
  }

  private static void add(List<HtmlPart> parts, Section section, int level, Wording wording) {
    parts.add(new HtmlPart("heading", level, section, ""));
    section.blocks().forEach(block -> parts.add(of(block, wording)));
    section.sections().forEach(below -> add(parts, below, level + 1, wording));
  }

  private static HtmlPart of(Block block, Wording wording) {
    if (block instanceof Paragraph paragraph) {
      return new HtmlPart(paragraph.kind().name().toLowerCase(Locale.ROOT), 0, paragraph, "");
    } else if (block instanceof Table table) {
      return new HtmlPart("table", 0, HtmlTable.of(table, wording), "");
    } else if (block instanceof ChartBlock chart) {
      return new HtmlPart("chart", 0, chart, data(ChartRenderer.png(chart.chart())));
    } else if (block instanceof Signatures) {
      return new HtmlPart("signatures", 0, block, "");
    }
    return new HtmlPart("picture", 0, block, data(bytes((Picture) block)));
  }

  static byte[] bytes(Picture picture) {
    try {
      return Files.readAllBytes(picture.file());
    } catch (IOException e) {
      throw new UncheckedIOException("the picture " + picture.file() + " cannot be read", e);
    }
  }

  private static String data(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}
