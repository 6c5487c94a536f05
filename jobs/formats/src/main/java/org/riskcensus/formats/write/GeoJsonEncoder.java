package org.riskcensus.formats.write;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * GeoJSON (RFC 7946): longitude first, outer rings counter-clockwise, one feature a line. RFC 7946
 * knows WGS 84 only; other systems are named in the {@code crs} member of the 2008 format, which
 * GDAL and QGIS heed.
 */
final class GeoJsonEncoder implements LayerEncoder {

  private final LayerTarget target;
  private final JsonGenerator json;

  private GeoJsonEncoder(LayerTarget target, JsonGenerator json) {
    this.target = target;
    this.json = json;
  }

  static LayerEncoder open(LayerTarget target) throws IOException {
    JsonGenerator json =
        new JsonFactory().createGenerator(target.staged().toFile(), JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeStringField("name", target.schema().name());
    if (target.hasGeometry()) {
      writeCrs(json, SpatialReference.of(target).code());
    }
    json.writeArrayFieldStart("features");
    return new GeoJsonEncoder(target, json);
  }

  private static void writeCrs(JsonGenerator json, int code) throws IOException {
    if (code != 4326) {
      json.writeObjectFieldStart("crs");
      json.writeStringField("type", "name");
      json.writeObjectFieldStart("properties");
      json.writeStringField("name", "urn:ogc:def:crs:EPSG::" + code);
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  @Override
  public void encode(List<@Nullable Object> values, @Nullable Geometry geometry)
      throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    List<LayerField> fields = target.schema().fields();
    for (int i = 0; i < values.size(); i++) {
      json.writeFieldName(target.options().header(fields.get(i)));
      writeValue(values.get(i));
    }
    json.writeEndObject();
    json.writeFieldName("geometry");
    if (geometry == null) {
      json.writeNull();
    } else {
      GeoJsonGeometry.write(json, geometry);
    }
    json.writeEndObject();
  }

  private void writeValue(@Nullable Object value) throws IOException {
    if (value == null || (value instanceof Double number && !Double.isFinite(number))) {
      json.writeNull();
    } else if (value instanceof Number || value instanceof Boolean) {
      json.writePOJO(value);
    } else {
      json.writeString(value.toString());
    }
  }

  @Override
  public void finish() throws IOException {
    json.writeRaw('\n');
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  @Override
  public void close() throws IOException {
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    json.close();
  }
}
