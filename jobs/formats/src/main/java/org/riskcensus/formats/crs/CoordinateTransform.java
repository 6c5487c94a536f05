package org.riskcensus.formats.crs;

import java.io.Serializable;
import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.DefaultCoordinateOperationFactory;
import org.geotools.util.factory.Hints;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Moves geometry from one reference system to another, vertex by vertex; edges are not densified,
 * and heights stay as they are.
 *
 * <p>Between datums no shift is applied. That is exact enough (below a metre) between CGCS2000 and
 * WGS 84; for Xian 1980 and Beijing 1954 the official parameters are local and not public, so
 * {@link #caveat} says how far positions may be off. Immutable, thread-safe, serialised by the two
 * codes.
 */
public final class CoordinateTransform implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Crs from;
  private final Crs to;
  private final transient MathTransform transform;

  private CoordinateTransform(Crs from, Crs to, MathTransform transform) {
    this.from = from;
    this.to = to;
    this.transform = transform;
  }

  /**
   * The transform from one system to the other.
   *
   * @throws IllegalArgumentException when the two cannot be related
   */
  public static CoordinateTransform between(Crs from, Crs to) {
    Hints lenient = new Hints(Hints.LENIENT_DATUM_SHIFT, true);
    try {
      MathTransform transform =
          new DefaultCoordinateOperationFactory(lenient)
              .createOperation(from.definition(), to.definition())
              .getMathTransform();
      return new CoordinateTransform(from, to, transform);
    } catch (FactoryException e) {
      throw new IllegalArgumentException("no way from " + from + " to " + to, e);
    }
  }

  /** What the user must know of the accuracy; empty where it is better than a metre. */
  public Optional<String> caveat() {
    return Datum.of(from).caveat(Datum.of(to)).map(text -> from + " to " + to + ": " + text);
  }

  /**
   * A moved copy.
   *
   * @throws IllegalArgumentException when a vertex lies where the systems are not defined
   */
  public Geometry apply(Geometry geometry) {
    Geometry moved = geometry.copy();
    if (!from.equals(to)) {
      moved.apply(new Vertices());
      moved.geometryChanged();
    }
    return moved;
  }

  /**
   * A moved copy of one position.
   *
   * @throws IllegalArgumentException when it lies where the systems are not defined
   */
  public Coordinate apply(Coordinate coordinate) {
    Coordinate moved = coordinate.copy();
    if (!from.equals(to)) {
      double[] xy = {coordinate.x, coordinate.y};
      move(xy);
      moved.x = xy[0];
      moved.y = xy[1];
    }
    return moved;
  }

  private void move(double[] xy) {
    double x = xy[0];
    double y = xy[1];
    if (from.geographic() && !(Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
      throw outside(x, y, "is no longitude and latitude", null);
    }
    try {
      transform.transform(xy, 0, xy, 0, 1);
    } catch (TransformException e) {
      throw outside(x, y, "cannot be moved to " + to, e);
    }
    if (!Double.isFinite(xy[0]) || !Double.isFinite(xy[1])) {
      throw outside(x, y, "cannot be moved to " + to, null);
    }
  }

  private IllegalArgumentException outside(
      double x, double y, String why, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "position (" + x + ", " + y + ") in " + from + " " + why, cause);
  }

  private Object readResolve() {
    return between(from, to);
  }

  private final class Vertices implements CoordinateSequenceFilter {
    private final double[] xy = new double[2];

    @Override
    public void filter(CoordinateSequence vertices, int i) {
      xy[0] = vertices.getX(i);
      xy[1] = vertices.getY(i);
      move(xy);
      vertices.setOrdinate(i, CoordinateSequence.X, xy[0]);
      vertices.setOrdinate(i, CoordinateSequence.Y, xy[1]);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
