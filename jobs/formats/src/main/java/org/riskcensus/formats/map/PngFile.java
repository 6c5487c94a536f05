package org.riskcensus.formats.map;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A PNG that knows its resolution, so that it prints at the scale written on it. */
public final class PngFile {

  private static final String FORMAT = "javax_imageio_png_1.0";

  private PngFile() {}

  static void write(Path png, BufferedImage image, double dotsPerInch) throws IOException {
    StagedFile.write(png, out -> encode(out, image, dotsPerInch));
  }

  /** The file in memory. */
  public static byte[] bytes(BufferedImage image, double dotsPerInch) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      encode(out, image, dotsPerInch);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  private static void encode(OutputStream out, BufferedImage image, double dotsPerInch)
      throws IOException {
    ImageIO.setUseCache(false);
    ImageWriter writer = writer();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
      metadata.mergeTree(FORMAT, resolution(dotsPerInch));
      writer.setOutput(stream);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }

  /** The JDK's own: libraries on the class path bring others, in no fixed order. */
  private static ImageWriter writer() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
        return writer;
      }
    }
    throw new IllegalStateException("this Java has no PNG writer: module java.desktop is missing");
  }

  private static IIOMetadataNode resolution(double dotsPerInch) {
    String pixelsPerMetre = String.valueOf(Math.round(dotsPerInch / 0.0254));
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", pixelsPerMetre);
    physical.setAttribute("pixelsPerUnitYAxis", pixelsPerMetre);
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    root.appendChild(physical);
    return root;
  }
}
