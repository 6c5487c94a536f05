package org.riskcensus.core.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.riskcensus.core.geometry.Ellipsoid;

class JoinIndexTest {

  @ParameterizedTest
  @EnumSource(
      value = SpatialPredicate.class,
      mode = Mode.EXCLUDE,
      names = {"DWITHIN", "LOCATE", "NEAREST"})
  void relationsAreThoseOfJtsOnEveryPair(SpatialPredicate predicate) {
    for (long seed = 1; seed <= 2; seed++) {
      List<Geometry> lefts = new RandomShapes(seed, 12).many(50);
      List<Geometry> rights = new RandomShapes(seed + 100, 12).many(50);
      rights.addAll(lefts.subList(0, 20));
      JoinProbe probe = JoinIndex.of(JoinCondition.of(predicate), rights).probe();
      for (Geometry left : lefts) {
        List<Integer> expected =
            IntStream.range(0, rights.size())
                .filter(i -> relates(predicate, left, rights.get(i)))
                .boxed()
                .toList();
        assertThat(positions(probe.match(left))).as("%s %s", left, predicate).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 3})
  void distancesIncludeTheLimit(double metres) {
    List<Geometry> lefts = new RandomShapes(1, 12).many(100);
    List<Geometry> rights = new RandomShapes(2, 12).many(100);
    JoinCondition condition =
        new JoinCondition(SpatialPredicate.DWITHIN, metres, 1, new PlaneSurface());
    JoinProbe probe = JoinIndex.of(condition, rights).probe();
    for (Geometry left : lefts) {
      List<Integer> expected =
          IntStream.range(0, rights.size())
              .filter(i -> !left.isEmpty() && !rights.get(i).isEmpty())
              .filter(i -> left.distance(rights.get(i)) <= metres)
              .boxed()
              .toList();
      assertThat(positions(probe.match(left))).as(left.toText()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 500})
  void nearestBreakTiesByPosition(int k) {
    List<Geometry> lefts = new RandomShapes(3, 12).many(60);
    lefts.add(RandomShapes.wkt("POINT(1000000 -1000000)"));
    List<Geometry> rights = new RandomShapes(4, 12).many(200);
    JoinCondition condition = new JoinCondition(SpatialPredicate.NEAREST, 0, k, new PlaneSurface());
    JoinProbe probe = JoinIndex.of(condition, rights).probe();
    for (Geometry left : lefts) {
      List<Integer> expected =
          IntStream.range(0, rights.size())
              .filter(i -> !left.isEmpty() && !rights.get(i).isEmpty())
              .boxed()
              .sorted(Comparator.comparingDouble((Integer i) -> left.distance(rights.get(i))))
              .limit(k)
              .toList();
      assertThat(positions(probe.match(left))).as(left.toText()).isEqualTo(expected);
    }
  }

  @Test
  void overlapsAreThoseOfTheOverlay() {
    RandomShapes shapes = new RandomShapes(7, 12);
    List<Geometry> rights = shapes.many(60);
    rights.add(shapes.star(3000, 6));
    JoinProbe probe = JoinIndex.of(JoinCondition.of(SpatialPredicate.INTERSECTS), rights).probe();
    for (Geometry left : shapes.many(60)) {
      for (int i = 0; i < rights.size(); i++) {
        Geometry right = rights.get(i);
        if (!right.isEmpty() && !mixed(left) && !mixed(right)) {
          double expected = RandomShapes.intersection(left, right).getArea();
          assertThat(area(probe, left, i)).isEqualTo(expected, within(1e-9));
        }
      }
    }
  }

  @Test
  void membersOfACollectionCountOnceInTheOverlap() {
    Geometry twice =
        RandomShapes.wkt(
            "GEOMETRYCOLLECTION(POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)),"
                + " POLYGON((2 0, 6 0, 6 4, 2 4, 2 0)), LINESTRING(0 0, 9 9))");
    Geometry box = RandomShapes.wkt("POLYGON((1 1, 5 1, 5 3, 1 3, 1 1))");
    JoinCondition condition = JoinCondition.of(SpatialPredicate.INTERSECTS);
    assertThat(area(JoinIndex.of(condition, List.of(twice)).probe(), box, 0)).isEqualTo(8);
    assertThat(area(JoinIndex.of(condition, List.of(box)).probe(), twice, 0)).isEqualTo(8);
  }

  @Test
  void whatHasNoGeometryMeetsNothing() {
    List<Geometry> rights = new ArrayList<>();
    rights.add(null);
    rights.add(RandomShapes.GEOMETRY.createPolygon());
    for (SpatialPredicate predicate : SpatialPredicate.values()) {
      JoinProbe probe =
          JoinIndex.of(new JoinCondition(predicate, 1e9, 3, new PlaneSurface()), rights).probe();
      assertThat(probe.match(0, 0).size()).isZero();
      assertThat(probe.match(RandomShapes.GEOMETRY.createPolygon()).size()).isZero();
      assertThat(probe.match(Double.NaN, 0).size()).isZero();
    }
  }

  @Test
  void heightsDoNotMatter() {
    Geometry roof = RandomShapes.wkt("POLYGON Z((0 0 9, 4 0 9, 4 4 9, 0 4 9, 0 0 9))");
    JoinProbe probe =
        JoinIndex.of(JoinCondition.of(SpatialPredicate.WITHIN), List.of(roof)).probe();
    assertThat(positions(probe.match(RandomShapes.wkt("POINT Z(1 1 -5)")))).containsExactly(0);
    assertThat(positions(probe.match(RandomShapes.wkt("LINESTRING Z(1 1 0, 2 2 100)"))))
        .containsExactly(0);
  }

  @Test
  void metresInDegreesAreThoseOfTheGround() {
    Surface surface = new EllipsoidSurface(Ellipsoid.CGCS2000);
    Geometry place = RandomShapes.wkt("POINT(118.1 36.8)");
    Geometry road = RandomShapes.wkt("LINESTRING(118.0 36.9, 118.2 36.9)");
    double metres = surface.distance(place, road);
    assertThat(metres).isCloseTo(11097.6, within(1.0));
    for (double limit : new double[] {metres, Math.nextDown(metres)}) {
      JoinCondition condition = new JoinCondition(SpatialPredicate.DWITHIN, limit, 1, surface);
      assertThat(JoinIndex.of(condition, List.of(road)).probe().match(place).size())
          .isEqualTo(limit == metres ? 1 : 0);
    }
  }

  @Test
  void distancesInDegreesAreTheLeastOverAllPlacesOnTheShapes() {
    Surface surface = new EllipsoidSurface(Ellipsoid.CGCS2000);
    RandomShapes shapes = new RandomShapes(21, 2);
    for (int i = 0; i < 20; i++) {
      Geometry star = shapes.star(12, 0.4);
      Geometry place = RandomShapes.GEOMETRY.createPoint(shapes.anyPosition());
      Geometry there = move(star);
      Geometry here = move(place);
      double least = Double.MAX_VALUE;
      for (int k = 0; k < 12; k++) {
        for (double t = 0; t <= 1; t += 1e-3) {
          var a = there.getCoordinates()[k];
          var b = there.getCoordinates()[k + 1];
          least =
              Math.min(
                  least,
                  Ellipsoid.CGCS2000.distance(
                      a.x + t * (b.x - a.x),
                      a.y + t * (b.y - a.y),
                      here.getCoordinate().x,
                      here.getCoordinate().y));
        }
      }
      double expected = there.intersects(here) ? 0 : least;
      assertThat(surface.distance(here, there)).isCloseTo(expected, within(1e-4 * least + 5));
    }
  }

  private static Geometry move(Geometry shape) {
    return org.locationtech.jts.geom.util.AffineTransformation.translationInstance(117, 36)
        .transform(shape);
  }

  @Test
  void aNegativeDistanceOrNoNeighbourIsRefused() {
    assertThatThrownBy(() -> new JoinCondition(SpatialPredicate.DWITHIN, -1, 1, new PlaneSurface()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JoinCondition(SpatialPredicate.NEAREST, 0, 0, new PlaneSurface()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double area(JoinProbe probe, Geometry left, int position) {
    return probe.measures(left, position, Set.of(Measure.AREA))[0];
  }

  private static List<Integer> positions(Hits hits) {
    return IntStream.range(0, hits.size()).map(hits::get).boxed().toList();
  }

  private static boolean mixed(Geometry geometry) {
    return geometry.getClass() == GeometryCollection.class;
  }

  /** JTS's own relation; collections, which the older one refuses, by the newer. */
  private static boolean relates(SpatialPredicate predicate, Geometry a, Geometry b) {
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    if (mixed(a) || mixed(b)) {
      return collectionRelates(predicate, a, b);
    }
    return switch (predicate) {
      case INTERSECTS -> a.intersects(b);
      case CONTAINS -> a.contains(b);
      case WITHIN -> a.within(b);
      case COVERS -> a.covers(b);
      case COVERED_BY -> a.coveredBy(b);
      case OVERLAPS -> a.overlaps(b);
      case TOUCHES -> a.touches(b);
      case CROSSES -> a.crosses(b);
      case EQUALS -> a.equalsTopo(b);
      case DWITHIN, LOCATE, NEAREST -> throw new IllegalArgumentException(predicate.word());
    };
  }

  private static boolean collectionRelates(SpatialPredicate predicate, Geometry a, Geometry b) {
    return RelateNG.relate(
        a,
        b,
        switch (predicate) {
          case INTERSECTS -> RelatePredicate.intersects();
          case CONTAINS -> RelatePredicate.contains();
          case WITHIN -> RelatePredicate.within();
          case COVERS -> RelatePredicate.covers();
          case COVERED_BY -> RelatePredicate.coveredBy();
          case OVERLAPS -> RelatePredicate.overlaps();
          case TOUCHES -> RelatePredicate.touches();
          case CROSSES -> RelatePredicate.crosses();
          case EQUALS -> RelatePredicate.equalsTopo();
          case DWITHIN, LOCATE, NEAREST -> throw new IllegalArgumentException(predicate.word());
        });
  }
}
