package org.riskcensus.formats.read;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from and how to read them. Serializable, so that a Spark task can open the file.
 *
 * @param path the file
 * @param layer layer of a GeoPackage, sheet of a workbook or Shapefile in an archive; null takes
 *     the only one
 * @param charset declared charset of text attributes; null lets the reader find it
 * @param crs declared reference system such as {@code EPSG:4548}; null takes the file's own
 * @param options reader options: {@code header_row}, {@code x}, {@code y}, {@code wkt}, {@code
 *     delimiter}, {@code value} (the attribute that holds a pixel's value)
 * @param part the part of the file to read, as {@link FileParts} divides it; null reads all of it
 */
public record SourceSpec(
    String path,
    @Nullable String layer,
    @Nullable String charset,
    @Nullable String crs,
    Map<String, String> options,
    @Nullable Part part)
    implements Serializable {

  /**
   * Whole rows of a file.
   *
   * @param start first byte
   * @param end byte after the last
   * @param firstRow number of the first row
   */
  public record Part(long start, long end, long firstRow) implements Serializable {}

  /** A whole file. */
  public SourceSpec(
      String path,
      @Nullable String layer,
      @Nullable String charset,
      @Nullable String crs,
      Map<String, String> options) {
    this(path, layer, charset, crs, options, null);
  }

  /** A file read with no option given. */
  public static SourceSpec of(String path) {
    return new SourceSpec(path, null, null, null, Map.of());
  }
}
