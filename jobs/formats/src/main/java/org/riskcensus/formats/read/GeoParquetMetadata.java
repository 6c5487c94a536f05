package org.riskcensus.formats.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.riskcensus.formats.crs.CrsText;

/**
 * What the {@code geo} metadata of a GeoParquet file says of its primary column, checked.
 *
 * @param column name of the geometry column
 * @param encoding WKB, or a native one: point, linestring, polygon, multipoint and so on
 * @param types declared types of geometry in capitals without Z; empty for any
 * @param bounds declared extent; null where there is none
 * @param covering column of boxes that repeat the geometry, no attribute; null for none
 */
record GeoParquetMetadata(
    String column,
    String encoding,
    Optional<String> crs,
    Set<String> types,
    @Nullable Envelope bounds,
    @Nullable String covering) {

  static final String WKB = "wkb";
  static final List<String> NATIVE =
      List.of("point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon");

  private static final int LONGEST = 1 << 24;
  private static final String AGAIN = "write it again as GeoParquet 1.1";

  static GeoParquetMetadata of(SourceFile file, String json, Collection<String> columns)
      throws UnreadableFileException {
    JsonNode geo = parse(file, json);
    String version = geo.path("version").asText("");
    if (!version.matches("[012]\\.[0-9]+.*")) {
      throw file.unreadable(
          "its GeoParquet version '" + version + "' is not known", "write it as version 1.1");
    }
    String primary = geo.path("primary_column").asText("");
    if (primary.isEmpty()) {
      throw file.unreadable("its geo metadata names no primary_column", AGAIN);
    }
    JsonNode column = geo.path("columns").path(primary);
    if (!column.isObject() || !columns.contains(primary)) {
      throw file.unreadable("its primary column '" + primary + "' does not exist", AGAIN);
    }
    String encoding = column.path("encoding").asText("").toLowerCase(Locale.ROOT);
    if (!encoding.equals(WKB) && !NATIVE.contains(encoding)) {
      throw file.unreadable("its encoding '" + encoding + "' is not known", "write it as WKB");
    }
    String covering = column.path("covering").path("bbox").path("xmin").path(0).asText("");
    return new GeoParquetMetadata(
        primary,
        encoding,
        crs(file, column),
        types(column),
        bounds(file, column),
        covering.isEmpty() || covering.equals(primary) ? null : covering);
  }

  private static JsonNode parse(SourceFile file, String json) throws UnreadableFileException {
    try {
      JsonNode geo = json.length() > LONGEST ? null : new ObjectMapper().readTree(json);
      if (geo != null && geo.isObject()) {
        return geo;
      }
    } catch (JsonProcessingException e) {
      throw file.unreadable(
          "its geo metadata is not valid JSON (" + e.getOriginalMessage() + ")", AGAIN);
    }
    throw file.unreadable("its geo metadata is no JSON object", AGAIN);
  }

  /** Longitude and latitude of WGS 84 where nothing is said; unknown where null is said. */
  private static Optional<String> crs(SourceFile file, JsonNode column)
      throws UnreadableFileException {
    JsonNode crs = column.path("crs");
    if (crs.isMissingNode()) {
      return Optional.of("EPSG:4326");
    }
    if (crs.isNull()) {
      return Optional.empty();
    }
    if (crs.isTextual()) {
      return CrsText.findCode(crs.asText());
    }
    if (!crs.path("type").asText("").endsWith("CRS") || !crs.path("name").isTextual()) {
      throw file.unreadable(
          "its crs is no PROJJSON definition of a reference system (坐标系)",
          "declare the system, as in EPSG:4490, or " + AGAIN);
    }
    JsonNode id = crs.path("id");
    String authority = id.path("authority").asText("");
    return authority.isEmpty()
        ? Optional.empty()
        : CrsText.findCode(authority + ":" + id.path("code").asText(""));
  }

  private static Set<String> types(JsonNode column) {
    Set<String> types = new HashSet<>();
    for (JsonNode type : column.path("geometry_types")) {
      types.add(type.asText().toUpperCase(Locale.ROOT).replaceFirst(" (Z|M|ZM)$", ""));
    }
    return Set.copyOf(types);
  }

  private static @Nullable Envelope bounds(SourceFile file, JsonNode column)
      throws UnreadableFileException {
    JsonNode bbox = column.path("bbox");
    if (bbox.isMissingNode() || bbox.isNull()) {
      return null;
    }
    List<Double> sides = new ArrayList<>();
    bbox.forEach(side -> sides.add(side.isNumber() ? side.asDouble() : Double.NaN));
    if ((sides.size() != 4 && sides.size() != 6) || sides.contains(Double.NaN)) {
      throw file.unreadable("its bbox " + bbox + " is no box", AGAIN);
    }
    int half = sides.size() / 2;
    double west = sides.get(0);
    double east = sides.get(half);
    boolean round = west > east;
    return new Envelope(round ? -180 : west, round ? 180 : east, sides.get(1), sides.get(half + 1));
  }
}
