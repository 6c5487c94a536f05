package org.riskcensus.formats.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads one feature, or one bare geometry, at the parser's place. Numbers keep their text; nested
 * values become JSON text; null and empty texts are left out.
 */
final class GeoJsonFeature {

  private final GeoJsonGeometry geometries = new GeoJsonGeometry();

  SourceRow read(long rowNumber, JsonParser json) throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    GeoJsonGeometry.Parts bare = new GeoJsonGeometry.Parts();
    Geometry geometry = null;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return new SourceRow(rowNumber, attributes, null, "this member of features is no object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      JsonToken value = json.nextToken();
      if (member.equals("properties") && value == JsonToken.START_OBJECT) {
        properties(json, attributes, problems);
      } else if (member.equals("geometry") && value == JsonToken.START_OBJECT) {
        geometry = geometries.read(json, problems);
      } else if (member.equals("id") && value.isScalarValue()) {
        String id = text(json);
        if (id != null) {
          attributes.putIfAbsent("id", id);
        }
      } else {
        bare.take(member, json);
      }
    }
    if (bare.isGeometry()) {
      geometry = geometries.build(bare, problems);
    }
    String problem = problems.isEmpty() ? null : String.join("; ", problems);
    return new SourceRow(rowNumber, attributes, geometry, problem);
  }

  private static void properties(
      JsonParser json, Map<String, String> attributes, List<String> problems) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      String text = text(json);
      if (text == null || text.isBlank()) {
        continue;
      }
      if (attributes.put(name, text) != null && !name.equals("id")) {
        problems.add("the property " + name + " is given twice");
      }
      if (text.indexOf(TextCharset.LOST) >= 0) {
        problems.add("the text of " + name + " is not valid in the file's charset");
      }
    }
  }

  private static @Nullable String text(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token.isScalarValue()) {
      return json.getText();
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator out = GeoJsonReader.JSON.createGenerator(text)) {
      out.copyCurrentStructure(json);
    }
    return text.toString();
  }
}
