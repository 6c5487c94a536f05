package org.riskcensus.core.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Sorts simple loops, interior to the left, into shells (counter-clockwise) and holes, and gives
 * each hole to the smallest shell around it.
 */
final class ShellsAndHoles {

  private record Shell(LinearRing ring, double area, List<LinearRing> holes) {}

  private final GeometryFactory geometry;
  private final List<Shell> shells = new ArrayList<>();
  private final List<LinearRing> holes = new ArrayList<>();

  ShellsAndHoles(GeometryFactory geometry) {
    this.geometry = geometry;
  }

  /** Adds a closed loop without self-touches; {@code A B A} has no interior and is dropped. */
  void add(Coordinate[] loop) {
    if (loop.length < 4) {
      return;
    }
    LinearRing ring = geometry.createLinearRing(loop);
    if (Orientation.isCCW(loop)) {
      shells.add(new Shell(ring, geometry.createPolygon(ring).getArea(), new ArrayList<>()));
    } else {
      holes.add(ring);
    }
  }

  /** The polygons, or nothing when a hole has no shell. */
  Optional<List<Polygon>> polygons() {
    STRtree index = new STRtree();
    shells.forEach(shell -> index.insert(shell.ring().getEnvelopeInternal(), shell));
    for (LinearRing hole : holes) {
      Shell shell = findAround(hole, index);
      if (shell == null) {
        return Optional.empty();
      }
      shell.holes().add(hole);
    }
    return Optional.of(shells.stream().map(this::polygon).toList());
  }

  private Polygon polygon(Shell shell) {
    return geometry.createPolygon(shell.ring(), shell.holes().toArray(LinearRing[]::new));
  }

  private static @Nullable Shell findAround(LinearRing hole, STRtree index) {
    Envelope extent = hole.getEnvelopeInternal();
    Shell best = null;
    for (Object candidate : index.query(extent)) {
      Shell shell = (Shell) candidate;
      boolean smaller = best == null || shell.area() < best.area();
      if (smaller && shell.ring().getEnvelopeInternal().covers(extent) && holds(shell, hole)) {
        best = shell;
      }
    }
    return best;
  }

  /** Decided by a vertex off the shell; a hole shares at most one vertex with its own shell. */
  private static boolean holds(Shell shell, LinearRing hole) {
    Coordinate[] ring = shell.ring().getCoordinates();
    for (Coordinate c : hole.getCoordinates()) {
      int location = RayCrossingCounter.locatePointInRing(c, ring);
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    return false;
  }
}
