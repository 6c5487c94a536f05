package org.riskcensus.formats.write;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file is written.
 *
 * <p>{@code labelsAsHeader} tells for whom a file is. With names as header it is for programs: text
 * stays as it is. With labels it is for people, most of whom open CSV in Excel: UTF-8 text then
 * starts with a byte order mark, without which Excel in China takes it for GBK, and text that Excel
 * would run as a formula is guarded by an apostrophe.
 *
 * @param charset of text in CSV and DBF; the other formats fix theirs
 * @param labelsAsHeader Chinese labels name the columns instead of the column names
 * @param append adds a layer to a GeoPackage that exists already
 */
public record WriteOptions(Charset charset, boolean labelsAsHeader, boolean append) {

  /** UTF-8, column names, a new file. */
  public static final WriteOptions DEFAULT = new WriteOptions(StandardCharsets.UTF_8, false, false);

  String header(LayerField field) {
    return labelsAsHeader ? field.label() : field.name();
  }
}
