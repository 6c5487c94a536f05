package org.riskcensus.core.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * The geometries of the right side, ready to be joined with: built once, shared by all threads.
 * Each thread takes a {@link JoinProbe} of its own.
 *
 * <p>Points are looked up in an {@link AreaIndex} of the polygons, which needs no further test;
 * everything else goes by bounds and then through the predicate.
 */
public final class JoinIndex {

  private final JoinCondition condition;
  private final List<@Nullable Geometry> rights;
  private final @Nullable AreaIndex areas;
  private final BoundsIndex notAreas;
  private final BoundsIndex all;

  private JoinIndex(JoinCondition condition, List<@Nullable Geometry> rights) {
    this.condition = condition;
    this.rights = rights;
    boolean measured = condition.predicate().measured();
    this.areas =
        condition.inside() || condition.pointOnBoundary()
            ? AreaIndex.of(rights.stream().map(g -> g instanceof Polygonal ? g : null).toList())
            : null;
    boolean related = !measured && condition.predicate() != SpatialPredicate.LOCATE;
    this.notAreas = new BoundsIndex(rights, g -> related && !(g instanceof Polygonal));
    this.all = new BoundsIndex(rights, g -> true);
  }

  /**
   * An index over valid geometries at their positions.
   *
   * @param rights null, or an empty geometry, where a row has none: it meets nothing
   */
  public static JoinIndex of(JoinCondition condition, List<? extends @Nullable Geometry> rights) {
    List<@Nullable Geometry> present = new ArrayList<>(rights.size());
    for (Geometry right : rights) {
      present.add(right == null || right.isEmpty() ? null : right);
    }
    return new JoinIndex(condition, present);
  }

  /** A probe for one thread. */
  public JoinProbe probe() {
    return new JoinProbe(this);
  }

  JoinCondition condition() {
    return condition;
  }

  List<@Nullable Geometry> rights() {
    return rights;
  }

  /** The polygons by point; null where the predicate never holds between a point and a polygon. */
  @Nullable AreaIndex areas() {
    return areas;
  }

  /** What is no polygon, by bounds; empty when distances decide. */
  BoundsIndex notAreas() {
    return notAreas;
  }

  /** Everything by bounds. */
  BoundsIndex all() {
    return all;
  }
}
