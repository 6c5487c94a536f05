package org.riskcensus.formats.write;

import java.util.Collection;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;

/** The file metadata {@code geo} of GeoParquet 1.1.0. */
final class GeoMetadata {

  private static final String TEXT =
      """
      {"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB",\
      "geometry_types":[%s],"crs":%s,%s"covering":{"bbox":{"xmin":["bbox","xmin"],\
      "ymin":["bbox","ymin"],"xmax":["bbox","xmax"],"ymax":["bbox","ymax"]}}}}}""";

  private GeoMetadata() {}

  static String of(String projjson, Collection<String> geometryTypes, Envelope extent) {
    String types =
        geometryTypes.stream().map(type -> '"' + type + '"').collect(Collectors.joining(","));
    String bbox =
        extent.isNull()
            ? ""
            : "\"bbox\":[%s,%s,%s,%s],"
                .formatted(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
    return TEXT.formatted(types, projjson, bbox);
  }
}
