package org.riskcensus.core.join;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/**
 * Decides the named relations between left geometries and the geometries of the right side, each of
 * which is prepared when it is met first. The relation is asked of the right geometry, the prepared
 * one, so {@code within} becomes {@code contains} and so on. Collections are taken as the union of
 * their members. Not thread-safe: preparation is lazy.
 */
final class Relation {

  private final SpatialPredicate predicate;
  private final List<? extends @Nullable Geometry> rights;
  private final @Nullable RelateNG[] prepared;

  Relation(SpatialPredicate predicate, List<? extends @Nullable Geometry> rights) {
    this.predicate = predicate;
    this.rights = rights;
    this.prepared = new @Nullable RelateNG[rights.size()];
  }

  /** Whether {@code left PREDICATE right} holds for the right geometry at a position. */
  boolean holds(Geometry left, int position) {
    RelateNG right = prepared[position];
    if (right == null) {
      Geometry geometry = rights.get(position);
      if (geometry == null) {
        return false;
      }
      right = RelateNG.prepare(geometry);
      prepared[position] = right;
    }
    return right.evaluate(left, converse());
  }

  private TopologyPredicate converse() {
    return switch (predicate) {
      case INTERSECTS -> RelatePredicate.intersects();
      case CONTAINS -> RelatePredicate.within();
      case WITHIN -> RelatePredicate.contains();
      case COVERS -> RelatePredicate.coveredBy();
      case COVERED_BY -> RelatePredicate.covers();
      case OVERLAPS -> RelatePredicate.overlaps();
      case TOUCHES -> RelatePredicate.touches();
      case CROSSES -> RelatePredicate.crosses();
      case EQUALS -> RelatePredicate.equalsTopo();
      case DWITHIN, LOCATE, NEAREST ->
          throw new IllegalStateException(predicate + " is no relation");
    };
  }
}
