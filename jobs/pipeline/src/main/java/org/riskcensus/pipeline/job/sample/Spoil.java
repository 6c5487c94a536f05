package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** The ways a geometry goes wrong on its way through an office. */
final class Spoil {

  private Spoil() {}

  /** A ring that crosses itself in a loop of about a thousandth of its area. */
  static Geometry looped(Geometry polygon) {
    Coordinate[] ring = polygon.getCoordinates();
    Coordinate a = ring[0];
    Coordinate b = ring[1];
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    List<Coordinate> spoilt = new ArrayList<>(List.of(a.copy()));
    double[][] loop = {{0.10, 0}, {0.05, 0.02}, {0.05, -0.02}, {0.15, 0}};
    for (double[] p : loop) {
      spoilt.add(new Coordinate(a.x + p[0] * dx - p[1] * dy, a.y + p[0] * dy + p[1] * dx));
    }
    spoilt.addAll(Arrays.asList(ring).subList(1, ring.length));
    return Ground.FACTORY.createPolygon(spoilt.toArray(Coordinate[]::new));
  }

  /** A bow-tie: half of the polygon turned over. */
  static Geometry bowTie(Geometry polygon) {
    List<Coordinate> ring = new ArrayList<>(Arrays.asList(polygon.copy().getCoordinates()));
    Collections.swap(ring, 1, 2);
    return Ground.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
  }

  /** Latitude before longitude. */
  static Geometry swapped(Geometry point) {
    Coordinate c = point.getCoordinate();
    return Ground.point(new Coordinate(c.y, c.x));
  }

  /** The geometry at another place. */
  static Geometry moved(Geometry geometry, Coordinate to) {
    Coordinate from = geometry.getCentroid().getCoordinate();
    return AffineTransformation.translationInstance(to.x - from.x, to.y - from.y)
        .transform(geometry);
  }
}
