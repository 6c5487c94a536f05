package org.riskcensus.pipeline.job.sample.terrain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons of groups of hexagons over one set of smoothed corners. A corner has one place,
 * whichever polygon it belongs to: villages, townships and the county share every vertex, so each
 * level tiles the one above exactly. Places are rounded to a millimetre.
 */
final class Borders {

  private static final int ROUNDS = 4;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final HexGrid grid;
  private final Map<Long, Coordinate> places;

  /** Smooths the borders between the cells of different {@code finest} groups. */
  Borders(HexGrid grid, int[] finest, Noise roughness) {
    this.grid = grid;
    Map<Long, Set<Long>> net = net(finest);
    Map<Long, Coordinate> at = new HashMap<>();
    double reach = grid.place(grid.corner(0, 0)).distance(grid.place(grid.corner(0, 1))) * 0.6;
    for (long corner : net.keySet()) {
      Coordinate c = grid.place(corner);
      at.put(
          corner,
          new Coordinate(
              c.x + reach * roughness.at(c.x, c.y), c.y + reach * roughness.at(c.y, c.x + 3e5)));
    }
    for (int round = 0; round < ROUNDS; round++) {
      at = smoothed(at, net);
    }
    at.replaceAll((corner, c) -> new Coordinate(millimetres(c.x), millimetres(c.y)));
    this.places = at;
  }

  private static double millimetres(double v) {
    return Math.rint(v * 1000) / 1000;
  }

  private Map<Long, Set<Long>> net(int[] group) {
    Map<Long, Set<Long>> net = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      for (int k = 0; k < HexGrid.SIDES; k++) {
        int beside = grid.neighbour(i, k);
        if (beside < 0 || group[beside] != group[i]) {
          long a = grid.corner(i, k);
          long b = grid.corner(i, k + 1);
          net.computeIfAbsent(a, x -> new TreeSet<>()).add(b);
          net.computeIfAbsent(b, x -> new TreeSet<>()).add(a);
        }
      }
    }
    return net;
  }

  /** Each corner halfway towards the mean of its neighbours along the borders. */
  private static Map<Long, Coordinate> smoothed(
      Map<Long, Coordinate> at, Map<Long, Set<Long>> net) {
    Map<Long, Coordinate> next = new HashMap<>();
    net.forEach(
        (corner, neighbours) -> {
          double x = 0;
          double y = 0;
          for (long neighbour : neighbours) {
            Coordinate c = requireNonNull(at.get(neighbour));
            x += c.x / neighbours.size();
            y += c.y / neighbours.size();
          }
          Coordinate c = requireNonNull(at.get(corner));
          next.put(corner, new Coordinate((c.x + x) / 2, (c.y + y) / 2));
        });
    return next;
  }

  /** The polygon of the cells of {@code group} that have the number {@code of}; one piece. */
  Polygon polygon(int[] group, int of) {
    Map<Long, Long> sides = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      for (int k = 0; group[i] == of && k < HexGrid.SIDES; k++) {
        int beside = grid.neighbour(i, k);
        if (beside < 0 || group[beside] != of) {
          sides.put(grid.corner(i, k), grid.corner(i, k + 1));
        }
      }
    }
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    while (!sides.isEmpty()) {
      LinearRing ring = ring(sides);
      (Orientation.isCCW(ring.getCoordinateSequence()) ? shells : holes).add(ring);
    }
    if (shells.size() != 1) {
      throw new IllegalStateException("group " + of + " has " + shells.size() + " pieces");
    }
    return FACTORY.createPolygon(shells.get(0), holes.toArray(LinearRing[]::new));
  }

  private LinearRing ring(Map<Long, Long> sides) {
    List<Coordinate> ring = new ArrayList<>();
    long start = sides.keySet().iterator().next();
    long corner = start;
    do {
      ring.add(requireNonNull(places.get(corner)).copy());
      corner = sides.remove(corner);
    } while (corner != start);
    ring.add(ring.get(0).copy());
    return FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
  }
}
