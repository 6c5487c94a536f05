package org.riskcensus.formats.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.crs.CrsText;
import org.riskcensus.formats.write.FieldType;

/**
 * What a GeoJSON file says as a whole.
 *
 * @param collection whether it is a collection rather than one feature or geometry
 * @param fields names of all properties, in the order they are met; {@code id} where features carry
 *     one outside their properties
 * @param types of the properties whose values all are numbers or truth values
 * @param crs WGS 84 as RFC 7946 says, or what the older {@code crs} member names; empty when that
 *     is not known
 */
record GeoJsonOutline(
    boolean collection, List<String> fields, Map<String, FieldType> types, Optional<String> crs) {

  private static final String WGS_84 = "EPSG:4326";
  private static final Set<String> GEOMETRIES =
      Set.of(
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection");

  /** Reads the whole file; null when it is not one GeoJSON object. */
  static @Nullable GeoJsonOutline read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    String type = "";
    boolean features = false;
    Optional<String> crs = Optional.of(WGS_84);
    GeoJsonFields fields = new GeoJsonFields();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      JsonToken value = json.nextToken();
      if (member.equals("type") && value.isScalarValue()) {
        type = json.getText();
      } else if (member.equals("crs") && value == JsonToken.START_OBJECT) {
        crs = crs(json);
      } else if (member.equals("features") && value == JsonToken.START_ARRAY) {
        features = true;
        featureFields(json, fields);
      } else {
        featureMember(member, json, fields);
      }
    }
    if (json.nextToken() != null) {
      return null;
    }
    boolean collection = type.equals("FeatureCollection") && features;
    boolean known = collection || type.equals("Feature") || GEOMETRIES.contains(type);
    return known ? new GeoJsonOutline(collection, fields.names(), fields.types(), crs) : null;
  }

  /** Reads a whole sequence of features or geometries; null at a record that is neither. */
  static @Nullable GeoJsonOutline readSequence(JsonParser json) throws IOException {
    GeoJsonFields fields = new GeoJsonFields();
    for (JsonToken start = json.nextToken(); start != null; start = json.nextToken()) {
      String type = "";
      while (start == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
        String member = json.currentName();
        json.nextToken();
        if (member.equals("type") && json.currentToken().isScalarValue()) {
          type = json.getText();
        } else {
          featureMember(member, json, fields);
        }
      }
      if (!type.equals("Feature") && !GEOMETRIES.contains(type)) {
        return null;
      }
    }
    return new GeoJsonOutline(true, fields.names(), fields.types(), Optional.of(WGS_84));
  }

  private static void featureFields(JsonParser json, GeoJsonFields fields) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String member = json.currentName();
        json.nextToken();
        featureMember(member, json, fields);
      }
    }
  }

  private static void featureMember(String member, JsonParser json, GeoJsonFields fields)
      throws IOException {
    if (member.equals("id") && json.currentToken().isScalarValue()) {
      fields.add("id", json);
    }
    if (member.equals("properties") && json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.add(name, json);
        json.skipChildren();
      }
    } else {
      json.skipChildren();
    }
  }

  /** The name in {@code {"type": "name", "properties": {"name": …}}}. */
  private static Optional<String> crs(JsonParser json) throws IOException {
    String name = "";
    int depth = 1;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      if (token == null) {
        break;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.VALUE_STRING && "name".equals(json.currentName()) && depth == 2) {
        name = json.getText();
      }
    }
    return CrsText.findCode(name);
  }
}
