package org.riskcensus.core.join;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * Finds the partners of one left geometry after another in a {@link JoinIndex}. What it returns is
 * reused for the next one. Not thread-safe: one thread, one probe.
 */
public final class JoinProbe {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final JoinIndex index;
  private final JoinCondition condition;
  private final Relation relation;
  private final NearestSearch nearest;
  private final SharedAreas shared;
  private final PairMeasures measures;
  private final SharedParts parts;
  private final @Nullable CoverageLocator coverage;
  private final @Nullable CellFilter filter;
  private final Hits hits = new Hits();
  private int[] space = new int[0];

  JoinProbe(JoinIndex index) {
    this.index = index;
    this.condition = index.condition();
    this.relation = new Relation(condition.predicate(), index.rights());
    this.nearest = new NearestSearch(index.all(), index.rights(), condition);
    AreaIndex areas = index.areas();
    this.filter = areas == null ? null : new CellFilter(areas, index.rights().size());
    this.shared = new SharedAreas(index.rights(), filter);
    this.measures = new PairMeasures(condition.surface(), index.rights(), shared);
    this.parts = new SharedParts(condition.surface(), index.rights(), shared);
    this.coverage =
        condition.predicate() == SpatialPredicate.LOCATE && areas != null
            ? new CoverageLocator(areas, index.rights())
            : null;
  }

  /** Positions of the right rows that a point meets: ascending, for {@code nearest} by distance. */
  public Hits match(double x, double y) {
    hits.clear();
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return hits;
    }
    if (condition.predicate().measured()) {
      measure(GEOMETRY.createPoint(new Coordinate(x, y)));
      return hits;
    }
    AreaIndex areas = index.areas();
    if (coverage != null) {
      int position = coverage.find(x, y);
      if (position >= 0) {
        hits.add(position);
      }
    } else if (areas != null) {
      areas.find(x, y, condition.inside(), condition.pointOnBoundary(), hits);
    }
    if (index.notAreas().size() > 0) {
      relate(GEOMETRY.createPoint(new Coordinate(x, y)), index.notAreas());
    }
    hits.sort();
    return hits;
  }

  /** As {@link #match(double, double)} for any geometry; an empty one meets nothing. */
  public Hits match(Geometry left) {
    if (left.isEmpty()) {
      hits.clear();
      return hits;
    }
    if (left instanceof Point point) {
      return match(point.getX(), point.getY());
    }
    if (coverage != null) {
      Point inside = left.getInteriorPoint();
      return match(inside.getX(), inside.getY());
    }
    hits.clear();
    if (condition.predicate().measured()) {
      measure(left);
    } else {
      relate(left);
      hits.sort();
    }
    return hits;
  }

  /** {@link JoinCondition#bounds} of a left geometry. */
  public Envelope bounds(Geometry left) {
    return condition.bounds(left);
  }

  /** {@link JoinCondition#reach} of the right geometry at a position that was matched. */
  public Envelope reach(int position) {
    Geometry right = index.rights().get(position);
    return right == null ? new Envelope() : condition.reach(right);
  }

  /**
   * What a left geometry has in common with the right one at a position, by the columns of the
   * measures in the order of those; NaN where one does not apply.
   */
  public double[] measures(Geometry left, int position, Set<Measure> wanted) {
    return measures.of(left, position, wanted);
  }

  /**
   * The part of the right geometry at a position that matters to a left one, for {@link
   * ClassCover}. To an area it is the polygons they share, the left one itself where it lies wholly
   * inside, and the lines near it; to lines it is the tiles and lines near them, uncut; to points
   * nothing.
   */
  public Geometry part(Geometry left, int position) {
    return parts.of(left, position);
  }

  /** Tells that points to come will be looked up, see {@link AreaIndex#expect}. */
  public void expect(double[] xs, double[] ys, int count) {
    AreaIndex areas = index.areas();
    if (areas != null) {
      if (space.length < count) {
        space = new int[count];
      }
      areas.expect(xs, ys, count, space);
    }
  }

  /** Whether interiors surely meet, which is all that {@code intersects} asks; no other answer. */
  private boolean sharesArea(Geometry left, int position) {
    return condition.predicate() == SpatialPredicate.INTERSECTS
        && !Double.isNaN(shared.find(left, position));
  }

  /** By cells, where the bounds have few of them, else by bounds. */
  private void relate(Geometry left) {
    CellFilter cells = filter;
    if (cells == null || !cells.look(left)) {
      relate(left, index.all());
      return;
    }
    if (condition.inside()) {
      hits.add(cells.inside());
    }
    Hits near = cells.near();
    for (int i = 0; i < near.size(); i++) {
      if (meets(left, near.get(i))) {
        relate(left, near.get(i));
      }
    }
    relate(left, index.notAreas());
  }

  private boolean meets(Geometry left, int position) {
    Geometry right = index.rights().get(position);
    return right != null && right.getEnvelopeInternal().intersects(left.getEnvelopeInternal());
  }

  private void relate(Geometry left, BoundsIndex candidates) {
    candidates.find(left.getEnvelopeInternal(), position -> relate(left, position));
  }

  private void relate(Geometry left, int position) {
    if (sharesArea(left, position) || relation.holds(left, position)) {
      hits.add(position);
    }
  }

  private void measure(Geometry left) {
    if (condition.predicate() == SpatialPredicate.NEAREST) {
      nearest.find(left, hits);
      return;
    }
    Surface surface = condition.surface();
    Envelope reach = surface.around(left.getEnvelopeInternal(), condition.metres());
    index
        .all()
        .find(
            reach,
            position -> {
              Geometry right = index.rights().get(position);
              if (right != null && surface.distance(left, right) <= condition.metres()) {
                hits.add(position);
              }
            });
    hits.sort();
  }
}
