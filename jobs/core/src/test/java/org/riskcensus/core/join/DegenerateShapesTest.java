package org.riskcensus.core.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.IntersectionMatrix;

/**
 * Shapes that trip engines up, each with each: the answers are those of the older relate of JTS,
 * which shares no code with the one used here.
 */
class DegenerateShapesTest {

  private static final List<Geometry> SHAPES =
      List.of(
              "POINT(4 4)",
              "POINT(4 2)",
              "POINT(0.1 0.3)",
              "MULTIPOINT((4 4), (4 4), (9 9))",
              "MULTIPOINT((2 2), (0 0))",
              "LINESTRING(0 0, 8 0)",
              "LINESTRING(2 0, 6 0, 4 0)",
              "LINESTRING(0 0, 4 4, 8 8)",
              "LINESTRING(4 4, 0 0)",
              "LINESTRING(4 0, 4 8)",
              "LINESTRING(0 0, 4 0, 4 4, 0 4, 0 0)",
              "MULTILINESTRING((0 0, 4 0), (4 0, 8 0))",
              "MULTILINESTRING((0 2, 8 2), (2 0, 2 8))",
              "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))",
              "POLYGON((4 0, 4 4, 0 4, 0 0, 4 0))",
              "POLYGON((0 0, 2 0, 4 0, 4 2, 4 4, 2 4, 0 4, 0 2, 0 0))",
              "POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))",
              "POLYGON((4 4, 8 4, 8 8, 4 8, 4 4))",
              "POLYGON((1 1, 3 1, 3 3, 1 3, 1 1))",
              "POLYGON((0 0, 8 0, 8 8, 0 8, 0 0), (0 0, 4 2, 4 4, 2 4, 0 0))",
              "POLYGON((0 0, 8 0, 8 8, 0 8, 0 0), (2 2, 2 6, 6 6, 6 2, 2 2))",
              "POLYGON((2 2, 2 6, 6 6, 6 2, 2 2))",
              "MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4, 0 0)), ((4 4, 8 4, 8 8, 4 8, 4 4)))",
              "MULTIPOLYGON(((0 0, 8 0, 8 8, 0 8, 0 0), (1 1, 1 7, 7 7, 7 1, 1 1)),"
                  + " ((2 2, 4 2, 4 4, 2 4, 2 2)))",
              "POLYGON((0 0, 1000000 1, 0 1, 0 0))",
              "POLYGON((4 4, 4.000000001 4, 4.000000001 4.000000001, 4 4))",
              "POLYGON((-1e7 -1e7, 1e7 -1e7, 1e7 1e7, -1e7 1e7, -1e7 -1e7))",
              "POLYGON((0 0, 0.1 0, 0.3 0.1, 0.7 0.7, 0 0.1, 0 0))",
              "POLYGON((4 0, 4.5 8, 4 8, 3.999999 4, 4 0))",
              "POLYGON EMPTY",
              "GEOMETRYCOLLECTION EMPTY",
              "GEOMETRYCOLLECTION(POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)), POINT(9 9))",
              "GEOMETRYCOLLECTION(LINESTRING(0 0, 8 0), POINT(4 2))")
          .stream()
          .map(RandomShapes::wkt)
          .toList();

  @ParameterizedTest
  @EnumSource(
      value = SpatialPredicate.class,
      mode = Mode.EXCLUDE,
      names = {"DWITHIN", "LOCATE", "NEAREST"})
  void relationsAreThoseOfTheOlderRelate(SpatialPredicate predicate) {
    JoinProbe probe = JoinIndex.of(JoinCondition.of(predicate), SHAPES).probe();
    for (Geometry left : SHAPES) {
      Set<Integer> found = positions(probe.match(left));
      for (int i = 0; i < SHAPES.size(); i++) {
        Geometry right = SHAPES.get(i);
        if (!mixed(left) && !mixed(right)) {
          boolean expected = !left.isEmpty() && !right.isEmpty() && holds(predicate, left, right);
          assertThat(found.contains(i)).as("%s %s %s", left, predicate, right).isEqualTo(expected);
        }
      }
    }
  }

  /** What holds of (a, b) by one predicate holds of (b, a) by its converse, collections too. */
  @Test
  void everyRelationHasItsConverse() {
    for (SpatialPredicate predicate : SpatialPredicate.values()) {
      if (predicate == SpatialPredicate.LOCATE || predicate == SpatialPredicate.NEAREST) {
        continue;
      }
      assertThat(pairs(predicate, false))
          .as(predicate.word())
          .isEqualTo(pairs(converse(predicate), true));
    }
  }

  @Test
  void whatIsSharedIsSharedFromEitherSide() {
    JoinProbe probe = JoinIndex.of(JoinCondition.of(SpatialPredicate.INTERSECTS), SHAPES).probe();
    Set<Measure> all = Set.of(Measure.AREA, Measure.LENGTH, Measure.SHARES);
    for (int i = 0; i < SHAPES.size(); i++) {
      for (int j = 0; j < SHAPES.size(); j++) {
        Geometry left = SHAPES.get(i);
        Geometry right = SHAPES.get(j);
        if (left.isEmpty() || right.isEmpty()) {
          continue;
        }
        double[] there = probe.measures(left, j, all);
        double[] back = probe.measures(right, i, all);
        String pair = left + " and " + right;
        double size = 1e-12 * Math.max(left.getArea(), right.getArea()) + 1e-9;
        assertThat(there[0]).as(pair).isCloseTo(back[0], within(size));
        assertThat(there[1]).as(pair).isCloseTo(back[1], within(1e-9));
        assertThat(there[2])
            .as(pair)
            .satisfiesAnyOf(
                share -> assertThat(share).isNaN(), share -> assertThat(share).isBetween(0.0, 1.0));
        if (!mixed(left) && !mixed(right)) {
          double area = RandomShapes.intersection(left, right).getArea();
          assertThat(there[0]).as(pair).isCloseTo(area, within(size));
        }
      }
    }
  }

  private static Set<String> pairs(SpatialPredicate predicate, boolean turned) {
    JoinCondition condition =
        new JoinCondition(
            predicate, predicate == SpatialPredicate.DWITHIN ? 1 : 0, 1, new PlaneSurface());
    JoinProbe probe = JoinIndex.of(condition, SHAPES).probe();
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i < SHAPES.size(); i++) {
      for (int j : positions(probe.match(SHAPES.get(i)))) {
        pairs.add(turned ? j + ":" + i : i + ":" + j);
      }
    }
    return pairs;
  }

  private static SpatialPredicate converse(SpatialPredicate predicate) {
    return switch (predicate) {
      case CONTAINS -> SpatialPredicate.WITHIN;
      case WITHIN -> SpatialPredicate.CONTAINS;
      case COVERS -> SpatialPredicate.COVERED_BY;
      case COVERED_BY -> SpatialPredicate.COVERS;
      default -> predicate;
    };
  }

  private static boolean holds(SpatialPredicate predicate, Geometry a, Geometry b) {
    IntersectionMatrix matrix = a.relate(b);
    int dimA = a.getDimension();
    int dimB = b.getDimension();
    return switch (predicate) {
      case INTERSECTS -> matrix.isIntersects();
      case CONTAINS -> matrix.isContains();
      case WITHIN -> matrix.isWithin();
      case COVERS -> matrix.isCovers();
      case COVERED_BY -> matrix.isCoveredBy();
      case OVERLAPS -> matrix.isOverlaps(dimA, dimB);
      case TOUCHES -> matrix.isTouches(dimA, dimB);
      case CROSSES -> matrix.isCrosses(dimA, dimB);
      case EQUALS -> matrix.isEquals(dimA, dimB);
      case DWITHIN, LOCATE, NEAREST -> throw new IllegalArgumentException(predicate.word());
    };
  }

  private static boolean mixed(Geometry geometry) {
    return geometry.getClass() == GeometryCollection.class;
  }

  private static Set<Integer> positions(Hits hits) {
    return IntStream.range(0, hits.size()).map(hits::get).boxed().collect(Collectors.toSet());
  }
}
