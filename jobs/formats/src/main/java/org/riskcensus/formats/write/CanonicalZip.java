package org.riskcensus.formats.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites a workbook without the moment of its making, so that equal content gives equal bytes:
 * entry times and the creation date of the document properties are set to one fixed moment.
 */
public final class CanonicalZip {

  private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final String CREATED = "(<dcterms:(created|modified)[^>]*>)[^<]*(</)";

  private CanonicalZip() {}

  /** Copies the workbook {@code from} to {@code to}, which appears with the same content. */
  public static void rewrite(Path from, Path to) throws IOException {
    try (ZipFile in = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      Enumeration<? extends ZipEntry> entries = in.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        ZipEntry fixed = new ZipEntry(entry.getName());
        fixed.setTimeLocal(MOMENT);
        out.putNextEntry(fixed);
        try (InputStream content = in.getInputStream(entry)) {
          copy(entry.getName(), content, out);
        }
        out.closeEntry();
      }
    }
  }

  private static void copy(String name, InputStream content, OutputStream out) throws IOException {
    if (name.equals("docProps/core.xml")) {
      String xml = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      out.write(xml.replaceAll(CREATED, "$1" + MOMENT + ":00Z$3").getBytes(StandardCharsets.UTF_8));
    } else {
      content.transferTo(out);
    }
  }
}
