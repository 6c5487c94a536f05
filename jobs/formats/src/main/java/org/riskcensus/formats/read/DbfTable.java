package org.riskcensus.formats.read;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;

/**
 * The rows of one dBASE table, in order, deleted ones too. A table shorter than its header says is
 * an error at the place where it ends, because the rows after it are lost.
 *
 * <p>Written here, not taken from a library: the drivers at hand turn numbers into doubles, so that
 * {@code 0012} and {@code 1.50} are no longer as filed, and hide which rows were deleted.
 */
final class DbfTable implements Closeable {

  private final SourceFile file;
  private final Path path;
  private final InputStream in;
  private final DbfHeader header;
  private final List<String> names;
  private final DbfValue values;
  private final byte[] row;
  private long read;

  private DbfTable(SourceFile file, Path path, InputStream in) throws IOException {
    this.file = file;
    this.path = path;
    this.in = in;
    header = DbfHeader.read(file, String.valueOf(path.getFileName()), in);
    Charset charset = DbfCharset.of(file, path, header);
    names =
        header.fields().stream()
            .map(f -> DbfCharset.decode(charset, f.nameBytes()).strip())
            .toList();
    values = new DbfValue(charset);
    row = new byte[header.recordLength()];
  }

  static DbfTable open(SourceFile file, Path path) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      return new DbfTable(file, path, in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  List<String> names() {
    return names;
  }

  /** Types of the columns that are not text, by name. */
  Map<String, FieldType> types() {
    Map<String, FieldType> types = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      FieldType type = header.fields().get(i).valueType();
      if (type != FieldType.STRING) {
        types.put(names.get(i), type);
      }
    }
    return types;
  }

  /** Goes to the next row; false after the last. */
  boolean next() throws IOException {
    if (read == header.records()) {
      return false;
    }
    if (in.readNBytes(row, 0, row.length) < row.length) {
      throw file.unreadable(
          path.getFileName()
              + " ends after row "
              + read
              + " though its header says "
              + header.records(),
          "it was cut off: send it again");
    }
    read++;
    return true;
  }

  /** Number of the current row, from 1. */
  long rowNumber() {
    return read;
  }

  boolean deleted() {
    return row[0] == '*';
  }

  /** Texts of the current row, by the order of the names. */
  List<String> texts(List<String> problems) {
    List<String> texts = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      texts.add(values.read(row, header.fields().get(i), names.get(i), problems));
    }
    return texts;
  }

  /** The current row unless it is deleted. */
  @Nullable SourceRow row(TableColumns columns) {
    if (deleted()) {
      return null;
    }
    List<String> problems = new ArrayList<>();
    return columns.row(read, texts(problems), false, problems);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
