package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all readers share: one row ahead, and one kind of error. Whatever a library throws on a
 * broken file becomes an {@link UnreadableFileException} that names the file and the last row read.
 */
abstract class StreamingReader implements RowReader {

  private final SourceFile file;
  private @Nullable SourceRow ahead;
  private boolean ended;
  private long lastRow;

  StreamingReader(SourceFile file) {
    this.file = file;
  }

  /** The next row, null after the last. */
  abstract @Nullable SourceRow advance() throws IOException;

  /** The reference system found in the file. */
  abstract Optional<String> ownCrs();

  @Override
  public abstract List<String> fields();

  final SourceFile file() {
    return file;
  }

  @Override
  public final Optional<String> crs() {
    String declared = file.spec().crs();
    return declared == null || declared.isBlank() ? ownCrs() : Optional.of(declared.strip());
  }

  @Override
  public final boolean hasNext() {
    if (ahead == null && !ended) {
      ahead = read();
      ended = ahead == null;
    }
    return ahead != null;
  }

  private @Nullable SourceRow read() {
    try {
      return advance();
    } catch (UnreadableFileException e) {
      throw new UncheckedIOException(e);
    } catch (IOException | RuntimeException e) {
      throw new UncheckedIOException(file.broken(" after row " + lastRow, e));
    }
  }

  @Override
  public final SourceRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SourceRow row = ahead;
    if (row == null) {
      throw new NoSuchElementException();
    }
    ahead = null;
    lastRow = row.rowNumber();
    return row;
  }
}
