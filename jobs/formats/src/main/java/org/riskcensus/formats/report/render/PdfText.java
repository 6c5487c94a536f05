package org.riskcensus.formats.report.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Makes text that is copied from a PDF, or searched in it, the text that was written. The font
 * draws many characters and the radicals 部首 of the same look by one glyph, and of such pairs the
 * PDF would name the radical: ⻛ for 风. Names the character instead.
 */
final class PdfText {

  private static final COSName TO_UNICODE = COSName.getPDFName("ToUnicode");
  private static final Pattern RANGE =
      Pattern.compile("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4})>");
  private static final int FIRST_RADICAL = 0x2E80;
  private static final int LAST_RADICAL = 0x2FDF;
  private static final int FIRST_CHARACTER = 0x3400;

  private final CmapLookup lookup;
  private final Map<Integer, Integer> known = new HashMap<>();

  private PdfText(CmapLookup lookup) {
    this.lookup = lookup;
  }

  /** Corrects every font of a document that is saved already and not yet written. */
  static void correct(PDDocument document, InputStream font) throws IOException {
    try (font;
        TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      PdfText text = new PdfText(face.getUnicodeCmapLookup());
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          text.correct(document, page.getResources().getFont(name));
        }
      }
    }
  }

  private void correct(PDDocument document, PDFont font) throws IOException {
    if (font.getCOSObject().getCOSStream(TO_UNICODE) == null) {
      return;
    }
    PDStream stream = new PDStream(font.getCOSObject().getCOSStream(TO_UNICODE));
    String map = new String(stream.toByteArray(), StandardCharsets.ISO_8859_1);
    String corrected = corrected(map);
    if (!corrected.equals(map)) {
      PDStream better = new PDStream(document);
      try (OutputStream out = better.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(corrected.getBytes(StandardCharsets.ISO_8859_1));
      }
      font.getCOSObject().setItem(TO_UNICODE, better);
    }
  }

  /** The map with characters in place of radicals; ranges that hold one are told glyph by glyph. */
  String corrected(String map) {
    StringBuilder corrected = new StringBuilder();
    Matcher block =
        Pattern.compile("\\d+ beginbfrange(.*?)endbfrange", Pattern.DOTALL).matcher(map);
    while (block.find()) {
      List<String> lines = RANGE.matcher(block.group(1)).results().flatMap(this::lines).toList();
      StringBuilder blocks = new StringBuilder();
      for (int from = 0; from < lines.size(); from += 100) {
        List<String> part = lines.subList(from, Math.min(lines.size(), from + 100));
        blocks.append(part.size()).append(" beginbfrange\n").append(String.join("\n", part));
        blocks.append("\nendbfrange").append(from + 100 < lines.size() ? "\n" : "");
      }
      block.appendReplacement(corrected, Matcher.quoteReplacement(blocks.toString()));
    }
    block.appendTail(corrected);
    return corrected.toString();
  }

  private Stream<String> lines(MatchResult range) {
    int first = Integer.parseInt(range.group(1), 16);
    int last = Integer.parseInt(range.group(2), 16);
    int code = Integer.parseInt(range.group(3), 16);
    boolean radicals = code + last - first >= FIRST_RADICAL && code <= LAST_RADICAL;
    if (!radicals) {
      return Stream.of(line(first, last, code));
    }
    return IntStream.rangeClosed(first, last)
        .mapToObj(glyph -> line(glyph, glyph, character(code + glyph - first)));
  }

  private static String line(int first, int last, int code) {
    return "<%04X> <%04X> <%04X>".formatted(first, last, code);
  }

  /**
   * The character that the font draws as it draws a radical; the code itself where there is none.
   */
  private int character(int code) {
    if (code < FIRST_RADICAL || code > LAST_RADICAL) {
      return code;
    }
    return known.computeIfAbsent(code, this::sameLook);
  }

  private int sameLook(int radical) {
    List<Integer> codes = lookup.getCharCodes(lookup.getGlyphId(radical));
    return codes == null
        ? radical
        : codes.stream()
            .filter(code -> code >= FIRST_CHARACTER && code <= 0xFFFF)
            .findFirst()
            .orElse(radical);
  }
}
