package org.riskcensus.formats.read;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Geometry of FlatGeobuf as filed; heights and measures are left aside. Written here because the
 * library's reader closes nothing but also checks nothing: what a feature claims is held against
 * its length.
 */
final class FlatGeobufGeometry {

  private static final int DEEPEST = 16;
  private static final int POSITION_BYTES = 16;
  private static final int PART_BYTES = 4;

  private final FiledGeometry shapes = new FiledGeometry();
  private long budget;

  /**
   * One geometry.
   *
   * @param layerType type of the whole layer; 0 where each geometry tells its own
   * @param length bytes of its feature
   */
  org.locationtech.jts.geom.Geometry read(Geometry filed, int layerType, int length)
      throws FiledGeometry.Unfit {
    budget = length;
    return shape(filed, layerType == GeometryType.Unknown ? filed.type() : layerType, 0);
  }

  private void take(long count, int itemBytes) throws FiledGeometry.Unfit {
    budget -= count * itemBytes;
    if (count < 0 || budget < 0) {
      throw new FiledGeometry.Unfit("it claims more than the feature holds");
    }
  }

  private org.locationtech.jts.geom.Geometry shape(Geometry filed, int type, int depth)
      throws FiledGeometry.Unfit {
    if (depth > DEEPEST) {
      throw new FiledGeometry.Unfit("collections are nested more than " + DEEPEST + " deep");
    }
    return switch (type) {
      case GeometryType.Point -> {
        Coordinate[] place = positions(filed);
        yield place.length == 0 ? shapes.noPoint() : shapes.point(place[0]);
      }
      case GeometryType.LineString -> shapes.line(positions(filed));
      case GeometryType.Polygon -> shapes.polygon(parts(filed));
      case GeometryType.MultiPoint -> shapes.points(positions(filed));
      case GeometryType.MultiLineString -> shapes.lines(parts(filed));
      case GeometryType.MultiPolygon -> polygons(filed, depth);
      case GeometryType.GeometryCollection -> shapes.collection(members(filed, 0, depth));
      default -> throw new FiledGeometry.Unfit("geometry type " + type + " is not read");
    };
  }

  private org.locationtech.jts.geom.Geometry polygons(Geometry filed, int depth)
      throws FiledGeometry.Unfit {
    List<Polygon> polygons = new ArrayList<>();
    for (org.locationtech.jts.geom.Geometry member : members(filed, GeometryType.Polygon, depth)) {
      polygons.add((Polygon) member);
    }
    return shapes.multiPolygon(polygons);
  }

  private List<org.locationtech.jts.geom.Geometry> members(Geometry filed, int type, int depth)
      throws FiledGeometry.Unfit {
    take(filed.partsLength(), PART_BYTES);
    List<org.locationtech.jts.geom.Geometry> members = new ArrayList<>();
    for (int i = 0; i < filed.partsLength(); i++) {
      Geometry part = filed.parts(i);
      members.add(shape(part, type == 0 ? part.type() : type, depth + 1));
    }
    return members;
  }

  private Coordinate[] positions(Geometry filed) throws FiledGeometry.Unfit {
    int count = filed.xyLength() / 2;
    take(count, POSITION_BYTES);
    Coordinate[] positions = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      positions[i] = new Coordinate(filed.xy(2 * i), filed.xy(2 * i + 1));
    }
    return positions;
  }

  /** Rings or lines, which end where the ends say; without ends there is one. */
  private List<Coordinate[]> parts(Geometry filed) throws FiledGeometry.Unfit {
    Coordinate[] all = positions(filed);
    take(filed.endsLength(), PART_BYTES);
    List<Coordinate[]> parts = new ArrayList<>();
    if (filed.endsLength() == 0) {
      if (all.length > 0) {
        parts.add(all);
      }
      return parts;
    }
    int from = 0;
    for (int i = 0; i < filed.endsLength(); i++) {
      long end = filed.ends(i);
      if (end < from || end > all.length) {
        throw new FiledGeometry.Unfit("a part of it is said to end at position " + end);
      }
      parts.add(java.util.Arrays.copyOfRange(all, from, (int) end));
      from = (int) end;
    }
    return parts;
  }
}
