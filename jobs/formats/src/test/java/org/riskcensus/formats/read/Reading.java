package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a source to its end, or tells how it was refused. */
final class Reading {

  private Reading() {}

  static SourceSpec source(Path file, String... options) {
    Map<String, String> map = new java.util.HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      map.put(options[i], options[i + 1]);
    }
    String layer = map.remove("layer");
    String charset = map.remove("charset");
    String crs = map.remove("crs");
    return new SourceSpec(file.toString(), layer, charset, crs, map);
  }

  static List<SourceRow> rows(Path file, String... options) throws IOException {
    return rows(source(file, options));
  }

  static List<SourceRow> rows(SourceSpec source) throws IOException {
    try (RowReader reader = RowReaders.open(source)) {
      List<SourceRow> rows = new ArrayList<>();
      reader.forEachRemaining(rows::add);
      return rows;
    }
  }

  static SourceHeader header(Path file, String... options) throws IOException {
    return SourceHeader.of(source(file, options));
  }

  /** The geometry of a row as text, {@code none} without one. */
  static String wkt(SourceRow row) {
    return row.geometry() == null ? "none" : row.geometry().toText();
  }

  /** The message of the refusal, on opening or later; fails when the file is read whole. */
  static String refusal(Path file, String... options) throws IOException {
    try {
      rows(file, options);
    } catch (UnreadableFileException e) {
      return e.getMessage();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof UnreadableFileException cause) {
        return cause.getMessage();
      }
      throw e;
    }
    throw new AssertionError(file + " was read");
  }
}
