package org.riskcensus.formats.map;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws on a page of a PDF as vectors. Text is text in an embedded font, not outlines; copied text
 * may hold radicals (⾼ for 高) that the font draws with the same glyph. What the font lacks is drawn
 * as it is on an image. A failed write is an {@link UncheckedIOException}.
 */
final class PdfCanvas implements Canvas {

  private interface Drawing {
    void run() throws IOException;
  }

  private final PDPageContentStream page;
  private final Map<Typeface, PDFont> fonts;
  private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();

  /**
   * A canvas over a page whose units have been set.
   *
   * @param fonts the fonts of the document
   */
  PdfCanvas(PDPageContentStream page, Map<Typeface, PDFont> fonts) {
    this.page = page;
    this.fonts = fonts;
  }

  private static void draw(Drawing drawing) {
    try {
      drawing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void fill(Shape shape, Color colour) {
    draw(
        () -> {
          opacity(colour);
          page.setNonStrokingColor(opaque(colour));
          if (path(shape) == PathIterator.WIND_EVEN_ODD) {
            page.fillEvenOdd();
          } else {
            page.fill();
          }
        });
  }

  @Override
  public void line(Shape shape, Color colour, double width, float... dashes) {
    draw(
        () -> {
          opacity(colour);
          page.setStrokingColor(opaque(colour));
          page.setLineWidth((float) width);
          page.setLineJoinStyle(1);
          page.setLineDashPattern(dashes, 0);
          path(shape);
          page.stroke();
        });
  }

  @Override
  public void clipped(Shape shape, Runnable drawing) {
    draw(
        () -> {
          page.saveGraphicsState();
          if (path(shape) == PathIterator.WIND_EVEN_ODD) {
            page.clipEvenOdd();
          } else {
            page.clip();
          }
          drawing.run();
          page.restoreGraphicsState();
        });
  }

  @Override
  public void text(String text, TextStyle style, AffineTransform place) {
    PDFont font = java.util.Objects.requireNonNull(fonts.get(style.typeface()));
    if (!writes(font, text)) {
      outlines(text, style, place);
      return;
    }
    draw(
        () -> {
          if (style.halo()) {
            opacity(TextStyle.HALO);
            page.setStrokingColor(opaque(TextStyle.HALO));
            page.setLineWidth((float) (style.size() * TextStyle.HALO_WIDTH));
            page.setLineDashPattern(new float[0], 0);
            show(text, font, style, place, RenderingMode.STROKE);
          }
          opacity(style.colour());
          page.setNonStrokingColor(opaque(style.colour()));
          show(text, font, style, place, RenderingMode.FILL);
        });
  }

  private void show(
      String text, PDFont font, TextStyle style, AffineTransform place, RenderingMode mode)
      throws IOException {
    AffineTransform upright = new AffineTransform(place);
    upright.scale(1, -1);
    page.beginText();
    page.setRenderingMode(mode);
    page.setFont(font, (float) style.size());
    page.setTextMatrix(new Matrix(upright));
    page.showText(text);
    page.endText();
  }

  private static boolean writes(PDFont font, String text) {
    try {
      font.encode(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false; // the font has no such character
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void opacity(Color colour) throws IOException {
    page.setGraphicsStateParameters(
        opacities.computeIfAbsent(colour.getAlpha(), PdfCanvas::opacity));
  }

  private static PDExtendedGraphicsState opacity(int alpha) {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setStrokingAlphaConstant(alpha / 255f);
    state.setNonStrokingAlphaConstant(alpha / 255f);
    return state;
  }

  private static Color opaque(Color colour) {
    return new Color(colour.getRGB());
  }

  /** Adds the path to the page; answers its winding rule. */
  private int path(Shape shape) throws IOException {
    PathIterator path = shape.getPathIterator(null);
    float[] p = new float[6];
    float[] last = new float[2];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> page.moveTo(p[0], p[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO -> quadratic(last, p);
        case PathIterator.SEG_CUBICTO -> page.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
        default -> page.closePath();
      }
      int end = endOf(path.currentSegment(p));
      if (end >= 0) {
        last[0] = p[end];
        last[1] = p[end + 1];
      }
    }
    return path.getWindingRule();
  }

  /** Where in its coordinates a segment ends; -1 for one that closes a path. */
  private static int endOf(int segment) {
    return switch (segment) {
      case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
      case PathIterator.SEG_QUADTO -> 2;
      case PathIterator.SEG_CUBICTO -> 4;
      default -> -1;
    };
  }

  /** PDF has no quadratic curves: the same curve as a cubic one. */
  private void quadratic(float[] from, float[] p) throws IOException {
    page.curveTo(
        from[0] + 2f / 3 * (p[0] - from[0]),
        from[1] + 2f / 3 * (p[1] - from[1]),
        p[2] + 2f / 3 * (p[0] - p[2]),
        p[3] + 2f / 3 * (p[1] - p[3]),
        p[2],
        p[3]);
  }
}
