package org.riskcensus.formats.write;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The kind of geometry a layer holds, by its OGC name. {@code NONE} is a plain table. */
enum LayerShape {
  NONE,
  GEOMETRY,
  POINT,
  LINESTRING,
  POLYGON,
  MULTIPOINT,
  MULTILINESTRING,
  MULTIPOLYGON,
  GEOMETRYCOLLECTION;

  static LayerShape of(LayerSchema schema) {
    String type = schema.geometryType();
    return type == null ? NONE : valueOf(type.toUpperCase(Locale.ROOT));
  }

  boolean multiple() {
    return name().startsWith("MULTI");
  }

  /**
   * The geometry in this shape: single parts become collections of one; null when it is another.
   */
  @Nullable Geometry find(Geometry geometry) {
    String type = geometry.getGeometryType().toUpperCase(Locale.ROOT);
    if (type.equals("LINEARRING")) {
      return find(geometry.getFactory().createLineString(geometry.getCoordinates()));
    }
    if (this == GEOMETRY || type.equals(name())) {
      return geometry;
    }
    return name().equals("MULTI" + type) ? collected(geometry) : null;
  }

  private static Geometry collected(Geometry geometry) {
    GeometryFactory factory = geometry.getFactory();
    if (geometry instanceof Point point) {
      return factory.createMultiPoint(new Point[] {point});
    }
    if (geometry instanceof LineString line) {
      return factory.createMultiLineString(new LineString[] {line});
    }
    return factory.createMultiPolygon(new Polygon[] {(Polygon) geometry});
  }
}
