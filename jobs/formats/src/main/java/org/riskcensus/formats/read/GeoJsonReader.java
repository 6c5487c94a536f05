package org.riskcensus.formats.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;

/**
 * GeoJSON: a collection of features, one feature, or a bare geometry; UTF-8 or the charset declared
 * or detected, with or without a byte-order mark.
 *
 * <p>GeoJSON has no header, so the file is read twice: once for its fields, its {@code crs} member
 * and its syntax, then for the rows. Nothing but the current feature is held.
 */
final class GeoJsonReader extends StreamingReader {

  static final JsonFactory JSON = new JsonFactory();

  private final GeoJsonOutline outline;
  private final JsonParser json;
  private final GeoJsonFeature features = new GeoJsonFeature();
  private long rowNumber;

  private GeoJsonReader(SourceFile file, GeoJsonOutline outline, JsonParser json) {
    super(file);
    this.outline = outline;
    this.json = json;
  }

  static GeoJsonReader open(SourceFile file) throws IOException {
    GeoJsonOutline outline = outline(file);
    JsonParser json = JSON.createParser(TextCharset.open(file));
    try {
      json.nextToken();
      if (outline.collection()) {
        while (json.nextToken() != null) {
          if (json.currentToken() == JsonToken.FIELD_NAME
              && json.currentName().equals("features")) {
            json.nextToken();
            break;
          }
          json.skipChildren();
        }
      }
      return new GeoJsonReader(file, outline, json);
    } catch (IOException | RuntimeException e) {
      json.close();
      throw e;
    }
  }

  private static GeoJsonOutline outline(SourceFile file) throws IOException {
    try (JsonParser json = JSON.createParser(TextCharset.open(file))) {
      GeoJsonOutline outline = GeoJsonOutline.read(json);
      if (outline == null) {
        throw file.unreadable(
            "this is JSON but not one GeoJSON object",
            "send a FeatureCollection as RFC 7946 defines it");
      }
      return outline;
    } catch (JsonProcessingException e) {
      throw invalid(file, e);
    }
  }

  /** The refusal of a file that is no JSON, with the place. */
  static UnreadableFileException invalid(SourceFile file, JsonProcessingException e) {
    var place = e.getLocation();
    String where =
        place == null ? "" : " in line " + place.getLineNr() + " column " + place.getColumnNr();
    return file.unreadable(
        "it is not valid JSON" + where + " (" + e.getOriginalMessage() + ")", "export it again");
  }

  @Override
  @Nullable SourceRow advance() throws IOException {
    if (!outline.collection()) {
      return rowNumber++ > 0 ? null : features.read(1, json);
    }
    JsonToken token = json.nextToken();
    return token == null || token == JsonToken.END_ARRAY ? null : features.read(++rowNumber, json);
  }

  @Override
  public List<String> fields() {
    return outline.fields();
  }

  @Override
  public Map<String, FieldType> types() {
    return outline.types();
  }

  @Override
  Optional<String> ownCrs() {
    return outline.crs();
  }

  @Override
  public boolean hasGeometry() {
    return true;
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
