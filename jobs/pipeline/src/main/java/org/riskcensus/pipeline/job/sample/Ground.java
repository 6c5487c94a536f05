package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.riskcensus.pipeline.job.sample.terrain.CountyMap;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/**
 * Where things may stand: well inside their village, so that no point is outside its unit by
 * chance, and not in the lake.
 */
final class Ground {

  static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double MARGIN_M = 120;
  private static final int TRIES = 200;

  private final List<Unit> villages;
  private final List<IndexedPointInAreaLocator> insides = new ArrayList<>();
  private final List<Coordinate> centres = new ArrayList<>();
  private final List<Double> reaches = new ArrayList<>();

  /** The ground of a county without {@code water}. */
  Ground(CountyMap map, Geometry water) {
    this.villages = map.villages();
    for (Unit village : villages) {
      Geometry inside = village.shape().buffer(-MARGIN_M).difference(water);
      insides.add(new IndexedPointInAreaLocator(inside));
      centres.add(inside.getInteriorPoint().getCoordinate());
      reaches.add(StrictMath.sqrt(village.shape().getArea()) / 2);
    }
  }

  /** A place where things of the village gather. */
  Coordinate centre(int village) {
    return centres.get(village);
  }

  boolean isInside(int village, Coordinate place) {
    return insides.get(village).locate(place) == Location.INTERIOR;
  }

  /** A place anywhere in the village. */
  Coordinate somewhere(int village, Dice dice) {
    return near(village, dice, 1.4);
  }

  /** A place in the village, within {@code share} of its reach from the centre. */
  Coordinate near(int village, Dice dice, double share) {
    Coordinate centre = centres.get(village);
    double reach = reaches.get(village) * share;
    for (int i = 0; i < TRIES; i++) {
      Coordinate place =
          new Coordinate(
              metres(centre.x + dice.uniform(-reach, reach)),
              metres(centre.y + dice.uniform(-reach, reach)));
      if (isInside(village, place)) {
        return place;
      }
    }
    return centre;
  }

  /** The number of the village that holds a place, away from its border. */
  Optional<Integer> findVillage(Coordinate place) {
    for (int v = 0; v < villages.size(); v++) {
      if (villages.get(v).shape().getEnvelopeInternal().contains(place) && isInside(v, place)) {
        return Optional.of(v);
      }
    }
    return Optional.empty();
  }

  static Point point(Coordinate place) {
    return FACTORY.createPoint(place);
  }

  private static double metres(double v) {
    return Math.rint(v * 10) / 10;
  }
}
