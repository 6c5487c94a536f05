package org.riskcensus.pipeline.job.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;

/**
 * From a county's plane to the coordinates of a file. Degrees are rounded to 10⁻⁸, metres to a
 * millimetre, so that the last bits of a machine's sine do not reach the files.
 */
final class Projection {

  private static final double DEGREE_STEPS = 1e8;
  private static final double METRE_STEPS = 1e3;

  private final CoordinateTransform transform;
  private final double steps;

  Projection(String from, String to) {
    Crs target = Crs.of(to);
    this.transform = CoordinateTransform.between(Crs.of(from), target);
    this.steps = target.geographic() ? DEGREE_STEPS : METRE_STEPS;
  }

  Geometry apply(Geometry geometry) {
    Geometry moved = transform.apply(geometry);
    moved.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence vertices, int i) {
            vertices.setOrdinate(i, 0, round(vertices.getX(i)));
            vertices.setOrdinate(i, 1, round(vertices.getY(i)));
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return moved;
  }

  Coordinate apply(Coordinate place) {
    Coordinate moved = transform.apply(place);
    return new Coordinate(round(moved.x), round(moved.y));
  }

  private double round(double value) {
    return Math.rint(value * steps) / steps;
  }
}
