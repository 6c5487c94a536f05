package org.riskcensus.bench;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.join.SpatialPredicate;

/**
 * What is measured: two made layers and how they are joined. Sizes are those of scale 1; a smaller
 * scale has fewer shapes, which grow so that the covered share stays.
 */
enum Workload {
  /** Points in few polygons of many vertices. */
  POINTS_FEW(4_000_000, 2_000, SpatialPredicate.WITHIN),
  /** Points in many polygons of few vertices. */
  POINTS_MANY(4_000_000, 20_000, SpatialPredicate.WITHIN),
  /** Two layers of polygons, with the area each pair shares. */
  OVERLAP(20_000, 20_000, SpatialPredicate.INTERSECTS),
  /** Buildings in overlapping hazard polygons: the highest class of each, and areas. */
  BUILDINGS(2_000_000, 5_000, SpatialPredicate.INTERSECTS),
  /** As the first, with half of the points in one place and a polygon that holds everything. */
  SKEW(4_000_000, 2_001, SpatialPredicate.WITHIN),
  /** The nearest of some points, as of shelters, for each of many. */
  NEAREST(2_000_000, 10_000, SpatialPredicate.NEAREST),
  /** Statistics of a raster over polygons: the left side is the raster, its rows are cells. */
  ZONAL(100_000_000, 2_000, SpatialPredicate.WITHIN);

  private static final long LEFT_SEED = 20_260_101;
  private static final long RIGHT_SEED = 20_260_102;
  private static final int CLASSES = 4;
  private static final double STANDARD = 2_000;
  private static final double CROWD_SIDE = 0.01;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final long leftRows;
  private final long rightRows;
  private final SpatialPredicate predicate;

  Workload(long leftRows, long rightRows, SpatialPredicate predicate) {
    this.leftRows = leftRows;
    this.rightRows = rightRows;
    this.predicate = predicate;
  }

  /** The name in files and tables, such as {@code points-few}. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static Workload of(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  SpatialPredicate predicate() {
    return predicate;
  }

  /** Whether shared areas are measured. */
  boolean area() {
    return this == OVERLAP || this == BUILDINGS;
  }

  boolean leftPoints() {
    return !area();
  }

  boolean rightPoints() {
    return this == NEAREST;
  }

  long leftRows(double scale) {
    return Math.max(1, Math.round(leftRows * scale));
  }

  long rightRows(double scale) {
    return Math.max(20, Math.round(rightRows * scale));
  }

  /** The shape of a left row. */
  Geometry left(long id, double scale) {
    return switch (this) {
      case OVERLAP -> Shapes.star(LEFT_SEED, id, 50, radius(scale));
      case BUILDINGS -> Shapes.building(LEFT_SEED, id);
      default -> GEOMETRY.createPoint(leftPoint(id));
    };
  }

  /** The position of a left row that is a point. */
  Coordinate leftPoint(long id) {
    return this == SKEW && id % 2 == 0
        ? Shapes.crowded(LEFT_SEED, id, CROWD_SIDE)
        : Shapes.point(LEFT_SEED, id);
  }

  /** The shape of a right row. */
  Geometry right(long id, double scale) {
    return switch (this) {
      case POINTS_FEW, ZONAL -> Shapes.star(RIGHT_SEED, id, 500, radius(scale));
      case SKEW -> id == 0 ? Shapes.everything() : Shapes.star(RIGHT_SEED, id, 500, radius(scale));
      case POINTS_MANY, OVERLAP -> Shapes.star(RIGHT_SEED, id, 50, radius(scale));
      case BUILDINGS -> Shapes.star(RIGHT_SEED, id, 100, 2 * radius(scale));
      case NEAREST -> GEOMETRY.createPoint(Shapes.point(RIGHT_SEED, id));
    };
  }

  /** The class of a right row, from 1. */
  static int classOf(long id) {
    return (int) (1 + id % CLASSES);
  }

  private double radius(double scale) {
    return Math.sqrt(STANDARD / rightRows(scale));
  }
}
