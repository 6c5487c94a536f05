package org.riskcensus.formats.read;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.riskcensus.formats.write.FieldType;

/**
 * What a file says of itself before its rows: enough to check a census description.
 *
 * @param fields field names as filed
 * @param types of the fields that are not text, as {@link RowReader#types}
 * @param crs reference system, declared or found
 * @param hasGeometry whether rows can carry a geometry
 */
public record SourceHeader(
    List<String> fields, Map<String, FieldType> types, Optional<String> crs, boolean hasGeometry) {

  /**
   * Reads the header of a source and closes it.
   *
   * @throws UnreadableFileException as {@link RowReaders#open}
   */
  public static SourceHeader of(SourceSpec source) throws UnreadableFileException {
    try (RowReader reader = RowReaders.open(source)) {
      return new SourceHeader(
          List.copyOf(reader.fields()), reader.types(), reader.crs(), reader.hasGeometry());
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException e) {
      throw SourceFile.of(source).broken(e);
    }
  }
}
