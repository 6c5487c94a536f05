package org.riskcensus.formats.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;

/**
 * Puts the loose rings of a Shapefile polygon together: clockwise rings are outer, each other ring
 * is a hole of the smallest outer ring around it, and an outer ring itself when none is around it.
 * Rings keep their vertices and their direction.
 */
final class ShapeRings {

  private final FiledGeometry shapes;

  ShapeRings(FiledGeometry shapes) {
    this.shapes = shapes;
  }

  private record Shell(LinearRing ring, List<LinearRing> holes) {
    Shell(LinearRing ring) {
      this(ring, new ArrayList<>());
    }
  }

  Geometry polygons(List<Coordinate[]> parts) throws FiledGeometry.Unfit {
    List<Shell> shells = new ArrayList<>();
    List<LinearRing> counterClockwise = new ArrayList<>();
    for (Coordinate[] part : parts) {
      LinearRing ring = shapes.ring(part);
      if (Area.ofRingSigned(part) >= 0) {
        shells.add(new Shell(ring));
      } else {
        counterClockwise.add(ring);
      }
    }
    List<Shell> alone = new ArrayList<>();
    for (LinearRing hole : counterClockwise) {
      Shell around = smallestAround(hole, shells);
      if (around == null) {
        alone.add(new Shell(hole));
      } else {
        around.holes.add(hole);
      }
    }
    shells.addAll(alone);
    return shapes.oneOrMany(shells.stream().map(s -> shapes.polygon(s.ring, s.holes)).toList());
  }

  private static @Nullable Shell smallestAround(LinearRing hole, List<Shell> shells) {
    Shell smallest = null;
    for (Shell shell : shells) {
      boolean smaller =
          smallest == null
              || smallest.ring.getEnvelopeInternal().contains(shell.ring.getEnvelopeInternal());
      if (smaller && inside(hole, shell.ring)) {
        smallest = shell;
      }
    }
    return smallest;
  }

  /** By the first vertex of the hole that is not on the shell itself. */
  private static boolean inside(LinearRing hole, LinearRing shell) {
    if (!shell.getEnvelopeInternal().contains(hole.getEnvelopeInternal())) {
      return false;
    }
    Coordinate[] ring = shell.getCoordinates();
    for (Coordinate vertex : hole.getCoordinates()) {
      int location = PointLocation.locateInRing(vertex, ring);
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    return true;
  }
}
