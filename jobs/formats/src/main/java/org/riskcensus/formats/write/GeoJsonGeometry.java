package org.riskcensus.formats.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;

/** Writes geometry objects of RFC 7946, every digit of a coordinate kept. */
final class GeoJsonGeometry {

  private GeoJsonGeometry() {}

  static void write(JsonGenerator json, Geometry geometry) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", geometry.getGeometryType());
    boolean collection = geometry.getClass() == GeometryCollection.class;
    json.writeFieldName(collection ? "geometries" : "coordinates");
    if (collection) {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        write(json, geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      writeCoordinates(json, geometry);
    }
    json.writeEndObject();
  }

  private static void writeCoordinates(JsonGenerator json, Geometry geometry) throws IOException {
    if (geometry instanceof GeometryCollection parts) {
      json.writeStartArray();
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        writeCoordinates(json, parts.getGeometryN(i));
      }
      json.writeEndArray();
    } else if (geometry instanceof Polygon polygon) {
      json.writeStartArray();
      for (Coordinate[] ring : Rings.of(polygon, Rings.Outer.COUNTER_CLOCKWISE)) {
        writePositions(json, ring);
      }
      json.writeEndArray();
    } else if (geometry.getDimension() == 0 && !geometry.isEmpty()) {
      writePosition(json, geometry.getCoordinate());
    } else {
      writePositions(json, geometry.getCoordinates());
    }
  }

  private static void writePositions(JsonGenerator json, Coordinate[] positions)
      throws IOException {
    json.writeStartArray();
    for (Coordinate position : positions) {
      writePosition(json, position);
    }
    json.writeEndArray();
  }

  private static void writePosition(JsonGenerator json, Coordinate position) throws IOException {
    json.writeStartArray();
    json.writeNumber(position.x);
    json.writeNumber(position.y);
    json.writeEndArray();
  }
}
