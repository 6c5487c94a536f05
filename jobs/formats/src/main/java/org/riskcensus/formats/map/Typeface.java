package org.riskcensus.formats.map;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Noto Sans SC (SIL Open Font License) as outlines: what Java2D fills is a shape, so neither the
 * system's fonts nor its font configuration take part. Read once a process; access is serialised,
 * because the font reader is not thread-safe.
 */
public enum Typeface {
  REGULAR("Regular"),
  BOLD("Bold");

  /** Where the middle of a Chinese character lies above the baseline, in ems. */
  static final double MIDDLE = 0.36;

  private record Glyph(Path2D outline, double advance) {}

  private final String weight;

  Typeface(String weight) {
    this.weight = weight;
  }

  /** Outline of a line of text, its baseline starting at the origin, y downwards. */
  Path2D outline(String text, double size) {
    Path2D outline = new Path2D.Double();
    double x = 0;
    for (int character : text.codePoints().toArray()) {
      Glyph glyph = glyph(character);
      AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
      place.scale(size, -size);
      outline.append(glyph.outline().getPathIterator(place), false);
      x += glyph.advance() * size;
    }
    return outline;
  }

  double width(String text, double size) {
    return text.codePoints().mapToDouble(c -> glyph(c).advance()).sum() * size;
  }

  /** The font file. */
  InputStream open() {
    String resource = "/fonts/ttf/NotoSansSC/NotoSansSC-" + weight + ".ttf";
    InputStream font = Typeface.class.getResourceAsStream(resource);
    if (font == null) {
      throw new IllegalStateException("the font " + resource + " is not on the class path");
    }
    return font;
  }

  private Glyph glyph(int character) {
    return Loaded.FONTS.computeIfAbsent(this, Loaded::new).glyph(character);
  }

  private static final class Loaded {
    private static final Map<Typeface, Loaded> FONTS = new ConcurrentHashMap<>();

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    Loaded(Typeface typeface) {
      try (InputStream in = typeface.open()) {
        font = new TTFParser().parse(new RandomAccessReadBuffer(in));
        characters = font.getUnicodeCmapLookup();
        unitsPerEm = font.getUnitsPerEm();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the font " + typeface, e);
      }
    }

    Glyph glyph(int character) {
      return glyphs.computeIfAbsent(character, this::read);
    }

    private synchronized Glyph read(int character) {
      try {
        int id = characters.getGlyphId(character);
        GlyphData data = font.getGlyph().getGlyph(id);
        Path2D outline = new Path2D.Double(data == null ? new GeneralPath() : data.getPath());
        outline.transform(AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm));
        return new Glyph(outline, font.getAdvanceWidth(id) / unitsPerEm);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read glyph " + character, e);
      }
    }
  }
}
