package org.riskcensus.formats.read;

import java.io.IOException;
import java.util.Locale;

/** Opens any census file as rows; the format follows from the file's extension. */
public final class RowReaders {

  private static final String SUPPORTED =
      "convert it to one of .shp .gpkg .geojson .fgb .parquet .csv .xlsx .tif .asc";

  private RowReaders() {}

  /**
   * Opens a file. Its header is read and checked now, its rows as they are asked for.
   *
   * @throws UnreadableFileException when the file is missing, empty, broken, of another kind than
   *     its extension says, or does not fit the options
   */
  public static RowReader open(SourceSpec source) throws UnreadableFileException {
    SourceFile file = SourceFile.of(source);
    try {
      return open(file);
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw file.broken(e);
    }
  }

  private static RowReader open(SourceFile file) throws IOException {
    return switch (file.extension()) {
      case "csv", "tsv", "tab", "txt" -> CsvReader.open(file);
      case "xlsx", "xlsm" -> XlsxReader.open(file);
      case "geojson", "json" -> GeoJsonReader.open(file);
      case "geojsonl", "geojsons", "geojsonseq", "ndjson" -> GeoJsonSequenceReader.open(file);
      case "fgb" -> FlatGeobufReader.open(file);
      case "parquet", "geoparquet" -> GeoParquetReader.open(file);
      case "zip" -> ZippedShapefile.open(file);
      case "shp" -> ShapefileReader.open(file);
      case "dbf" -> DbfReader.open(file);
      case "gpkg" -> GeoPackageReader.open(file);
      case "tif", "tiff", "asc" -> RasterReader.open(file);
      default -> throw unsupported(file);
    };
  }

  private static UnreadableFileException unsupported(SourceFile file) {
    return switch (file.extension()) {
      case "xls", "et" ->
          file.unreadable("this spreadsheet format is not read", "save it as .xlsx");
      case "shx", "prj", "cpg", "sbn", "sbx" ->
          file.unreadable("this is a side file of a Shapefile", "name the .shp file");
      case "rar", "7z", "gz", "tar" ->
          file.unreadable(
              "archives of this kind are not read", "unpack it and name the file inside");
      case "" -> file.unreadable("it has no extension that tells its format", SUPPORTED);
      default ->
          file.unreadable(
              "files ." + file.extension().toLowerCase(Locale.ROOT) + " are not read", SUPPORTED);
    };
  }
}
