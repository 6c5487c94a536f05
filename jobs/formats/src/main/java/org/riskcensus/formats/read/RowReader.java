package org.riskcensus.formats.read;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.riskcensus.formats.write.FieldType;

/**
 * Streams the rows of one open file; memory does not grow with the file. Not thread-safe.
 *
 * <p>Where a file turns out to be broken after its header, {@code hasNext} and {@code next} throw
 * an {@link java.io.UncheckedIOException} whose cause is the {@link UnreadableFileException}.
 */
public interface RowReader extends Iterator<SourceRow>, Closeable {

  /** Field names as filed, in file order, geometry left out. */
  List<String> fields();

  /**
   * Types of the fields whose file declares one that is not text, by name; rows have text all the
   * same, which {@link FieldText} turns into values. Whatever is not named here is text as filed.
   */
  default Map<String, FieldType> types() {
    return Map.of();
  }

  /** The reference system of the geometry: declared in the source or found in the file. */
  Optional<String> crs();

  /** Whether rows can carry a geometry. */
  boolean hasGeometry();
}
