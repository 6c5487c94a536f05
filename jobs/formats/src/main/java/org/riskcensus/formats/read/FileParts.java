package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Divides a large file into parts that are read side by side and together give the rows of the
 * whole, numbers and all.
 *
 * <p>That is possible for delimited text without quotes, in which a line is a row; one pass over
 * the bytes finds whether there are any, counts the lines and notes where parts begin. Other files
 * stay whole.
 */
public final class FileParts {

  private static final Set<String> TEXT = Set.of("csv", "tsv", "txt");
  private static final long SMALLEST = 4L << 20;

  /** Charsets in which no byte of a longer character looks like a line end or a quote. */
  private static final Set<Charset> PLAIN =
      Set.of(
          StandardCharsets.UTF_8,
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          TextCharset.GB18030,
          Charset.forName("Big5"),
          Charset.forName("windows-1252"));

  private FileParts() {}

  /**
   * The parts of a file, in order; the file itself where it is not divided.
   *
   * @param most how many parts at most
   * @throws UnreadableFileException when the file is missing or cannot be read
   */
  public static List<SourceSpec> of(SourceSpec source, int most) throws UnreadableFileException {
    SourceFile file = SourceFile.of(source);
    try {
      long size = Files.size(file.path());
      int parts = (int) Math.min(most, size / SMALLEST);
      if (parts < 2 || !TEXT.contains(file.extension())) {
        return List.of(source);
      }
      Charset charset = TextCharset.of(file);
      int headerRow = file.options().count("header_row", 1);
      return PLAIN.contains(charset)
          ? divide(file, charset, new Lines(size, parts, headerRow))
          : List.of(source);
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException e) {
      throw file.broken(e);
    }
  }

  private static List<SourceSpec> divide(SourceFile file, Charset charset, Lines lines)
      throws IOException {
    try (InputStream in = Files.newInputStream(file.path())) {
      byte[] block = new byte[1 << 18];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        if (!lines.add(block, read)) {
          return List.of(file.spec());
        }
      }
    }
    SourceSpec whole = file.spec();
    List<SourceSpec> parts = new ArrayList<>();
    for (SourceSpec.Part part : lines.parts()) {
      parts.add(
          new SourceSpec(
              whole.path(), whole.layer(), charset.name(), whole.crs(), whole.options(), part));
    }
    return parts.isEmpty() ? List.of(whole) : parts;
  }

  /** Counts lines and notes the first line start after each place where a part should begin. */
  private static final class Lines {
    private final long size;
    private final int parts;
    private final int headerRow;
    private final List<Long> starts = new ArrayList<>();
    private final List<Long> firstRows = new ArrayList<>();
    private long offset;
    private long lines;
    private long nextStart;
    private boolean carriageReturn;

    Lines(long size, int parts, int headerRow) {
      this.size = size;
      this.parts = parts;
      this.headerRow = headerRow;
    }

    /** Goes through a block of bytes; false when the file cannot be divided. */
    boolean add(byte[] block, int length) {
      for (int i = 0; i < length; i++) {
        byte b = block[i];
        if (b == '"' || (carriageReturn && b != '\n')) {
          return false;
        }
        carriageReturn = b == '\r';
        if (b == '\n') {
          lineEnd(offset + i + 1);
        }
      }
      offset += length;
      return true;
    }

    private void lineEnd(long next) {
      lines++;
      if (lines >= headerRow && next >= nextStart && next < size) {
        starts.add(next);
        firstRows.add(lines - headerRow + 1);
        nextStart = next + (size - next) / Math.max(1, parts - starts.size() + 1) + 1;
      }
    }

    List<SourceSpec.Part> parts() {
      List<SourceSpec.Part> found = new ArrayList<>();
      for (int i = 0; i < starts.size(); i++) {
        long end = i + 1 < starts.size() ? starts.get(i + 1) : size;
        found.add(new SourceSpec.Part(starts.get(i), end, firstRows.get(i)));
      }
      return found;
    }
  }
}
