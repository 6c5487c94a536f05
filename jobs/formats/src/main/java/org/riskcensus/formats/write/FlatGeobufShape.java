package org.riskcensus.formats.write;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * The geometry table of a FlatGeobuf feature, two-dimensional. Written here because the library
 * tells no type with a geometry, which layers of mixed types need, and knows no collections.
 */
final class FlatGeobufShape {

  private static final int NONE = 0;

  private final FlatBufferBuilder builder;

  FlatGeobufShape(FlatBufferBuilder builder) {
    this.builder = builder;
  }

  /**
   * Writes a geometry; its offset.
   *
   * @param typed whether it must tell its type, because the layer or collection does not
   */
  int write(Geometry geometry, boolean typed) {
    boolean nested =
        geometry instanceof MultiPolygon || geometry.getClass() == GeometryCollection.class;
    int parts = nested ? parts(geometry) : NONE;
    int xy = nested ? NONE : positions(geometry);
    int ends = nested ? NONE : ends(geometry);
    org.wololo.flatgeobuf.generated.Geometry.startGeometry(builder);
    if (nested) {
      org.wololo.flatgeobuf.generated.Geometry.addParts(builder, parts);
    } else {
      org.wololo.flatgeobuf.generated.Geometry.addXy(builder, xy);
    }
    if (ends != NONE) {
      org.wololo.flatgeobuf.generated.Geometry.addEnds(builder, ends);
    }
    if (typed) {
      org.wololo.flatgeobuf.generated.Geometry.addType(builder, type(geometry));
    }
    return org.wololo.flatgeobuf.generated.Geometry.endGeometry(builder);
  }

  private static int type(Geometry geometry) {
    return switch (geometry.getGeometryType()) {
      case Geometry.TYPENAME_POINT -> GeometryType.Point;
      case Geometry.TYPENAME_LINESTRING, Geometry.TYPENAME_LINEARRING -> GeometryType.LineString;
      case Geometry.TYPENAME_POLYGON -> GeometryType.Polygon;
      case Geometry.TYPENAME_MULTIPOINT -> GeometryType.MultiPoint;
      case Geometry.TYPENAME_MULTILINESTRING -> GeometryType.MultiLineString;
      case Geometry.TYPENAME_MULTIPOLYGON -> GeometryType.MultiPolygon;
      default -> GeometryType.GeometryCollection;
    };
  }

  private int parts(Geometry collection) {
    int[] parts = new int[collection.getNumGeometries()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = write(collection.getGeometryN(i), true);
    }
    return org.wololo.flatgeobuf.generated.Geometry.createPartsVector(builder, parts);
  }

  private int positions(Geometry geometry) {
    Coordinate[] positions = geometry.getCoordinates();
    double[] xy = new double[2 * positions.length];
    for (int i = 0; i < positions.length; i++) {
      xy[2 * i] = positions[i].x;
      xy[2 * i + 1] = positions[i].y;
    }
    return org.wololo.flatgeobuf.generated.Geometry.createXyVector(builder, xy);
  }

  /** Where rings or lines end, counted in positions; nothing where there is one. */
  private int ends(Geometry geometry) {
    List<LineString> lines = new ArrayList<>();
    if (geometry instanceof Polygon polygon) {
      lines.add(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        lines.add(polygon.getInteriorRingN(i));
      }
    } else if (geometry instanceof MultiLineString multi) {
      for (int i = 0; i < multi.getNumGeometries(); i++) {
        lines.add((LineString) multi.getGeometryN(i));
      }
    }
    if (lines.size() < 2) {
      return NONE;
    }
    long[] ends = new long[lines.size()];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += lines.get(i).getNumPoints();
      ends[i] = end;
    }
    return org.wololo.flatgeobuf.generated.Geometry.createEndsVector(builder, ends);
  }
}
