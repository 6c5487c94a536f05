package org.riskcensus.pipeline.job.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source of a census: which table it feeds, which file it is and what the file looks like.
 *
 * @param id name of the source in the census description
 * @param dataset staging table
 * @param county six digits
 * @param file path under the sample's directory; under {@code shared/} it serves every year
 * @param geometry OGC name of the geometry's type; null for a plain table
 * @param crs reference system of the file; null for a plain table
 * @param charset of text files and DBF
 * @param titleRows rows above the header of a sheet
 * @param columns of the file
 */
record SourcePlan(
    String id,
    String dataset,
    String county,
    String file,
    @Nullable String geometry,
    @Nullable String crs,
    Charset charset,
    List<String> titleRows,
    List<FiledColumn> columns) {

  static final Charset GBK = Charset.forName("GBK");
  static final Charset GB18030 = Charset.forName("GB18030");
  static final String LON_LAT = "EPSG:4490";

  /** A source without geometry, in UTF-8. */
  static SourcePlan table(String id, String county, String file, List<FiledColumn> columns) {
    String dataset = id.replaceAll("-.*", "").replace('.', '_');
    return new SourcePlan(
        id, dataset, county, file, null, null, StandardCharsets.UTF_8, List.of(), columns);
  }

  SourcePlan with(Charset other) {
    return new SourcePlan(id, dataset, county, file, geometry, crs, other, titleRows, columns);
  }

  /** With geometry of a type, in a reference system. */
  SourcePlan with(String geometryType, String system) {
    return new SourcePlan(
        id, dataset, county, file, geometryType, system, charset, titleRows, columns);
  }

  /** A sheet with rows above its header. */
  SourcePlan titled(String... rows) {
    return new SourcePlan(
        id, dataset, county, file, geometry, crs, charset, List.of(rows), columns);
  }

  boolean isShared() {
    return file.startsWith("shared/");
  }

  boolean is(String extension) {
    return file.endsWith("." + extension);
  }

  /** A table of text or a sheet, where a point is two columns. */
  boolean isTable() {
    return is("csv") || is("xlsx");
  }

  /** Name of the layer or sheet in the file. */
  String layer() {
    return dataset;
  }
}
