package org.riskcensus.core.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PolygonNodeTopology;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Builds polygons from the segments of their boundary, directed so that the interior lies to the
 * left. A segment and its reverse cancel out: adding the rings of adjacent polygons dissolves them.
 *
 * <p>At each vertex the walk turns to the next segment clockwise from where it came, and so goes
 * around one connected part of the interior; loops are cut off where it comes back to a vertex.
 * Therefore the polygons are valid by construction, also where they touch themselves or each other
 * at vertices, and have exactly the vertices that were added. Segments must not cross.
 */
public final class BoundaryPolygons {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private record Segment(double x, double y, double toX, double toY) {}

  private final Map<Segment, Coordinate[]> segments = new LinkedHashMap<>();
  private final Map<Coordinate, List<Coordinate>> next = new HashMap<>();

  /**
   * Adds a closed ring.
   *
   * @return false when one of its segments was there already in the same direction, which means
   *     that two interiors overlap; the builder is then of no use
   */
  public boolean addRing(Coordinate[] ring) {
    boolean fresh = true;
    for (int i = 1; i < ring.length; i++) {
      fresh &= add(ring[i - 1], ring[i]);
    }
    return fresh;
  }

  /** Adds the rings of a polygon, whatever their direction; returns what {@link #addRing} does. */
  public boolean addPolygon(Polygon polygon) {
    boolean fresh = addRing(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      fresh &= addRing(polygon.getInteriorRingN(i), false);
    }
    return fresh;
  }

  private boolean addRing(LinearRing ring, boolean shell) {
    boolean forward = Orientation.isCCW(ring.getCoordinateSequence()) == shell;
    return addRing((forward ? ring : ring.reverse()).getCoordinates());
  }

  private boolean add(Coordinate from, Coordinate to) {
    if (from.equals2D(to) || segments.remove(new Segment(to.x, to.y, from.x, from.y)) != null) {
      return true;
    }
    Coordinate[] ends = {from, to};
    return segments.put(new Segment(from.x, from.y, to.x, to.y), ends) == null;
  }

  /** Number of segments that are left, reverse ones cancelled out. */
  public int size() {
    return segments.size();
  }

  /**
   * The polygons, shells counter-clockwise; empties the builder.
   *
   * @throws IllegalArgumentException when segments cross
   */
  public List<Polygon> build() {
    return find()
        .orElseThrow(() -> new IllegalArgumentException("the segments of the boundary cross"));
  }

  /** The polygons, or nothing when segments cross; empties the builder. */
  public Optional<List<Polygon>> find() {
    for (Coordinate[] ends : segments.values()) {
      next.computeIfAbsent(ends[0], c -> new ArrayList<>(1)).add(ends[1]);
    }
    ShellsAndHoles loops = new ShellsAndHoles(GEOMETRY);
    boolean closed = true;
    while (!segments.isEmpty()) {
      Coordinate[] start = segments.values().iterator().next();
      closed &= walk(start[0], start[1], loops);
    }
    next.clear();
    return closed ? loops.polygons() : Optional.empty();
  }

  /** Goes around one part of the interior; false when it does not come back to its start. */
  private boolean walk(Coordinate start, Coordinate second, ShellsAndHoles loops) {
    List<Coordinate> path = new ArrayList<>();
    Map<Coordinate, Integer> places = new HashMap<>();
    path.add(start);
    places.put(start, 0);
    Coordinate from = start;
    Coordinate to = second;
    while (segments.remove(new Segment(from.x, from.y, to.x, to.y)) != null) {
      path.add(to);
      Integer seen = places.putIfAbsent(to, path.size() - 1);
      if (seen != null) {
        cutLoop(path, seen, places, loops);
      }
      Coordinate turn = turn(from, to);
      from = to;
      to = turn;
    }
    return path.size() == 1;
  }

  private static void cutLoop(
      List<Coordinate> path, int start, Map<Coordinate, Integer> places, ShellsAndHoles loops) {
    List<Coordinate> loop = path.subList(start, path.size());
    loops.add(loop.toArray(Coordinate[]::new));
    loop.subList(1, loop.size() - 1).forEach(places::remove);
    path.subList(start + 1, path.size()).clear();
  }

  /** The segment from {@code at} that follows clockwise on the one back to {@code from}. */
  private Coordinate turn(Coordinate from, Coordinate at) {
    List<Coordinate> ways = Objects.requireNonNull(next.get(at), "an open ring");
    Coordinate below = null;
    Coordinate highest = ways.get(0);
    for (Coordinate way : ways) {
      boolean lower = PolygonNodeTopology.compareAngle(at, way, from) < 0;
      if (lower && (below == null || PolygonNodeTopology.compareAngle(at, way, below) > 0)) {
        below = way;
      }
      if (PolygonNodeTopology.compareAngle(at, way, highest) > 0) {
        highest = way;
      }
    }
    return below == null ? highest : below;
  }
}
