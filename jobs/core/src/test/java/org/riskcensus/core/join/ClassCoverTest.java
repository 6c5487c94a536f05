package org.riskcensus.core.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.core.geometry.Ellipsoid;

class ClassCoverTest {

  private static final Surface PLANE = new PlaneSurface();
  private static final String FIELD = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))";

  /** Class 0 has x 0–4, twice over 2–4; class 1 has x 3–8. */
  private static final List<String> STRIPS =
      List.of(
          "POLYGON((0 0, 4 0, 4 10, 0 10, 0 0))",
          "POLYGON((2 -5, 4 -5, 4 5, 2 5, 2 -5))",
          "POLYGON((3 0, 8 0, 8 10, 3 10, 3 0))");

  private static final int[] RANKS = {0, 0, 1};

  @Test
  void areasOfAClassCountOnceAndTheHighestClassHasThePlace() {
    assertThat(covers(PLANE, FIELD, STRIPS, RANKS))
        .containsExactly(
            new ClassCover.Cover(0, 2, 40, 0, 0.4, 40, 0),
            new ClassCover.Cover(1, 1, 50, 0, 0.5, 40, 0));
  }

  @Test
  void aRoadIsCoveredByLength() {
    assertThat(covers(PLANE, "LINESTRING(-2 1, 6 1)", STRIPS, RANKS))
        .containsExactly(
            new ClassCover.Cover(0, 2, Double.NaN, 4, 0.5, Double.NaN, 4),
            new ClassCover.Cover(1, 1, Double.NaN, 3, 0.375, Double.NaN, 2));
  }

  @Test
  void aPointHasClassesOnly() {
    double none = Double.NaN;
    assertThat(covers(PLANE, "POINT(3.5 1)", STRIPS, RANKS))
        .containsExactly(
            new ClassCover.Cover(0, 2, none, none, none, none, none),
            new ClassCover.Cover(1, 1, none, none, none, none, none));
  }

  @Test
  void roadsInAnAreaCountByTheirLength() {
    List<String> roads = List.of("LINESTRING(1 1, 9 1)", "LINESTRING(5 1, 30 1)");
    assertThat(covers(PLANE, FIELD, roads, new int[] {0, 0}))
        .containsExactly(new ClassCover.Cover(0, 2, 0, 9, 0, 0, 9));
    assertThat(covers(PLANE, FIELD, roads, new int[] {1, 0}))
        .containsExactly(
            new ClassCover.Cover(0, 1, 0, 5, 0, 0, 5), new ClassCover.Cover(1, 1, 0, 8, 0, 0, 4));
  }

  @Test
  void whatLiesWhollyInsideIsCoveredWholly() {
    String inside = "POLYGON((0.1 0.1, 0.7 0.3, 0.2 0.9, 0.1 0.1))";
    List<ClassCover.Cover> covers = covers(PLANE, inside, STRIPS, RANKS);
    assertThat(covers).hasSize(1);
    assertThat(covers.get(0).share()).isEqualTo(1);
    assertThat(covers.get(0).area()).isEqualTo(RandomShapes.wkt(inside).getArea());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void coversAreThoseOfTheUnionOfTheClass(long seed) {
    RandomShapes shapes = new RandomShapes(seed, 12);
    List<Geometry> rights = shapes.many(20);
    rights.add(shapes.star(400, 6));
    rights.removeIf(Geometry::isEmpty);
    int[] ranks = new Random(seed).ints(rights.size(), 0, 4).toArray();
    JoinProbe probe = probe(PLANE, rights);
    for (Geometry left : shapes.many(20)) {
      if (!left.isEmpty()) {
        check(left, rights, ranks, probe);
      }
    }
  }

  private static void check(Geometry left, List<Geometry> rights, int[] ranks, JoinProbe probe) {
    double highest = 0;
    for (ClassCover.Cover cover : covers(PLANE, left, probe, ranks)) {
      List<Geometry> areas = new ArrayList<>();
      List<Geometry> lines = new ArrayList<>();
      for (int i = 0; i < ranks.length; i++) {
        if (ranks[i] == cover.rank()) {
          addAll(PolygonExtracter.getPolygons(rights.get(i)), areas);
          addAll(LineStringExtracter.getLines(rights.get(i)), lines);
        }
      }
      if (left.getDimension() == 2) {
        double area = RandomShapes.intersection(polygons(left), union(areas)).getArea();
        assertThat(cover.area())
            .as("%s, class %s", left, cover.rank())
            .isCloseTo(area, within(1e-9));
        assertThat(cover.share()).isCloseTo(area / polygons(left).getArea(), within(1e-9));
        assertThat(cover.highestArea()).isBetween(0.0, cover.area() + 1e-9);
        highest += cover.highestArea();
      }
      if (left.getDimension() > 0 && left.getClass() != GeometryCollection.class) {
        double length =
            left.getDimension() == 2
                ? RandomShapes.intersection(left, union(lines)).getLength()
                : union(
                        List.of(
                            RandomShapes.intersection(left, union(lines)),
                            RandomShapes.intersection(left, union(areas))))
                    .getLength();
        assertThat(cover.length())
            .as("%s, class %s", left, cover.rank())
            .isCloseTo(length, within(1e-9));
      }
    }
    List<Geometry> all = new ArrayList<>();
    rights.forEach(right -> addAll(PolygonExtracter.getPolygons(right), all));
    double covered = RandomShapes.intersection(polygons(left), union(all)).getArea();
    assertThat(highest).as(left.toText()).isCloseTo(covered, within(1e-9));
  }

  @Test
  void classesOnTheEllipsoidAddUpToWhatIsCovered() {
    Surface ground = new EllipsoidSurface(Ellipsoid.CGCS2000);
    AffineTransformation toShandong = AffineTransformation.translationInstance(117, 36);
    RandomShapes shapes = new RandomShapes(5, 2);
    List<Geometry> rights = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rights.add(toShandong.transform(shapes.star(20, 1)));
    }
    int[] ranks = new Random(5).ints(rights.size(), 0, 4).toArray();
    Geometry left = toShandong.transform(shapes.star(40, 2));
    double sum = 0;
    for (ClassCover.Cover cover : covers(ground, left, probe(ground, rights), ranks)) {
      sum += cover.highestArea();
    }
    double covered = ground.area(RandomShapes.intersection(left, union(rights)));
    assertThat(sum).isCloseTo(covered, within(1e-9 * covered)).isPositive();
  }

  private static Geometry polygons(Geometry geometry) {
    List<Geometry> polygons = new ArrayList<>();
    addAll(PolygonExtracter.getPolygons(geometry), polygons);
    return union(polygons);
  }

  private static void addAll(List<?> found, List<Geometry> parts) {
    found.forEach(part -> parts.add((Geometry) part));
  }

  private static Geometry union(List<Geometry> parts) {
    return parts.isEmpty() ? RandomShapes.GEOMETRY.createPolygon() : OverlayNGRobust.union(parts);
  }

  private static List<ClassCover.Cover> covers(
      Surface surface, String left, List<String> rights, int[] ranks) {
    List<Geometry> shapes = rights.stream().map(RandomShapes::wkt).toList();
    return covers(surface, RandomShapes.wkt(left), probe(surface, shapes), ranks);
  }

  private static JoinProbe probe(Surface surface, List<Geometry> rights) {
    JoinCondition condition = new JoinCondition(SpatialPredicate.INTERSECTS, 0, 1, surface);
    return JoinIndex.of(condition, rights).probe();
  }

  private static List<ClassCover.Cover> covers(
      Surface surface, Geometry left, JoinProbe probe, int[] ranks) {
    ClassCover cover = new ClassCover(surface, left);
    Hits hits = probe.match(left);
    for (int i = 0; i < hits.size(); i++) {
      cover.add(ranks[hits.get(i)], probe.part(left, hits.get(i)));
    }
    return cover.covers();
  }
}
