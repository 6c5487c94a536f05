package org.riskcensus.formats.write;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that can be written, each named by its extension. */
enum LayerFormat {
  GPKG,
  SHP,
  GEOJSON,
  CSV,
  XLSX,
  PARQUET,
  FGB;

  static Optional<LayerFormat> find(String extension) {
    return Arrays.stream(values()).filter(f -> f.extension().equals(extension)).findFirst();
  }

  static String extensions() {
    return Arrays.stream(values()).map(f -> "." + f.extension()).collect(Collectors.joining(" "));
  }

  private String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Names of the fields in the file, by those in the schema, in order. */
  Map<String, String> fieldNames(LayerTarget target) throws UnwritableLayerException {
    if (this == SHP) {
      return DbfNames.of(target);
    }
    Map<String, String> names = new LinkedHashMap<>();
    target.schema().fields().forEach(f -> names.put(f.name(), target.options().header(f)));
    return names;
  }

  LayerEncoder open(LayerTarget target) throws IOException {
    return switch (this) {
      case GPKG -> GeoPackageEncoder.open(target);
      case SHP -> ShapefileEncoder.open(target);
      case GEOJSON -> GeoJsonEncoder.open(target);
      case CSV -> CsvEncoder.open(target);
      case XLSX -> XlsxEncoder.open(target);
      case PARQUET -> GeoParquetEncoder.open(target);
      case FGB -> FlatGeobufEncoder.open(target);
    };
  }
}
