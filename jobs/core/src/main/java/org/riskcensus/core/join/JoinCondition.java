package org.riskcensus.core.join;

import java.io.Serializable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * When a pair of rows belongs to the join.
 *
 * @param predicate how left lies to right
 * @param metres the distance of {@code dwithin}; 0 for the others
 * @param k how many neighbours {@code nearest} takes; 1 for the others
 * @param surface what distances and areas are measured on
 */
public record JoinCondition(SpatialPredicate predicate, double metres, int k, Surface surface)
    implements Serializable {

  /** Refuses what no join can be made of. */
  public JoinCondition {
    if (!(metres >= 0 && metres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a distance of " + metres + " m");
    }
    if (k < 1) {
      throw new IllegalArgumentException(k + " nearest");
    }
  }

  /** A relation on a plane in metres. */
  public static JoinCondition of(SpatialPredicate predicate) {
    return new JoinCondition(predicate, 0, 1, new PlaneSurface());
  }

  /** The bounds that those of a left geometry must meet to fulfil the condition with this right. */
  public Envelope reach(Geometry right) {
    Envelope bounds = right.getEnvelopeInternal();
    return predicate == SpatialPredicate.DWITHIN ? surface.around(bounds, metres) : bounds;
  }

  /** The bounds of a left geometry, or of the place that stands for it. */
  public Envelope bounds(Geometry left) {
    return predicate == SpatialPredicate.LOCATE && !left.isEmpty()
        ? left.getInteriorPoint().getEnvelopeInternal()
        : left.getEnvelopeInternal();
  }

  /** Whether a point, or any geometry, in the interior of a polygon fulfils the predicate. */
  boolean inside() {
    return switch (predicate) {
      case INTERSECTS, WITHIN, COVERED_BY, LOCATE -> true;
      default -> false;
    };
  }

  /** Whether a point on the boundary of a polygon fulfils the predicate. */
  boolean pointOnBoundary() {
    return switch (predicate) {
      case INTERSECTS, COVERED_BY, TOUCHES, LOCATE -> true;
      default -> false;
    };
  }
}
