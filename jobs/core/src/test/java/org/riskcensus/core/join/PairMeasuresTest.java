package org.riskcensus.core.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.riskcensus.core.geometry.Ellipsoid;

class PairMeasuresTest {

  private static final Set<Measure> ALL = EnumSet.allOf(Measure.class);
  private static final String BOX = "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))";

  @Test
  void aRoadHalfInAZoneSharesHalfOfItself() {
    double[] road = measure("LINESTRING(-3 1, 3 1)", BOX);
    assertThat(road).containsExactly(0, 3, 0.5, 0);
    double[] zone = measure(BOX, "LINESTRING(-3 1, 3 1)");
    assertThat(zone).containsExactly(0, 3, 0, 0.5);
  }

  @Test
  void twoAreasShareAreaAndNoLength() {
    assertThat(measure(BOX, "POLYGON((2 0, 10 0, 10 2, 2 2, 2 0))"))
        .containsExactly(4, 0, 0.25, 0.25);
    assertThat(measure(BOX, "POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))")).containsExactly(0, 0, 0, 0);
  }

  @Test
  void aLineAlongTheBorderLiesInTheArea() {
    assertThat(measure("LINESTRING(4 1, 4 9)", BOX)).containsExactly(0, 3, 0.375, 0);
  }

  @Test
  void linesShareTheStretchTheyHaveInCommonOnce() {
    assertThat(measure("LINESTRING(0 0, 6 0)", "LINESTRING(8 0, 2 0, 4 0)"))
        .containsExactly(0, 4, 4 / 6.0, 4 / 6.0);
  }

  @Test
  void aPointHasNoSizeAndSoNoShare() {
    assertThat(measure("POINT(1 1)", BOX)).containsExactly(0, 0, Double.NaN, 0);
  }

  @Test
  void aMixedCollectionGoesByItsArea() {
    String mixed = "GEOMETRYCOLLECTION(POLYGON((0 0, 2 0, 2 2, 0 2, 0 0)), LINESTRING(3 3, 3 9))";
    assertThat(measure(BOX, mixed)).containsExactly(4, 1, 0.25, 1);
  }

  @Test
  void lengthsAreThoseOfTheOverlay() {
    RandomShapes shapes = new RandomShapes(17, 12);
    List<Geometry> rights = shapes.many(50);
    rights.add(shapes.star(3000, 6));
    JoinProbe probe = JoinIndex.of(JoinCondition.of(SpatialPredicate.INTERSECTS), rights).probe();
    int lines = 0;
    for (Geometry left : shapes.many(80)) {
      for (int i = 0; i < rights.size(); i++) {
        Geometry right = rights.get(i);
        if (left.isEmpty() || right.isEmpty() || mixed(left) || mixed(right)) {
          continue;
        }
        boolean any = left.getDimension() == 1 || right.getDimension() == 1;
        double expected = any ? RandomShapes.intersection(left, right).getLength() : 0;
        double[] measured = probe.measures(left, i, ALL);
        assertThat(measured[1]).as("%s %s", left, right).isCloseTo(expected, within(1e-9));
        lines += expected > 0 ? 1 : 0;
        shareIsThatOfTheOverlay(left, measured[2], left, right);
        shareIsThatOfTheOverlay(right, measured[3], left, right);
      }
    }
    assertThat(lines).isGreaterThan(200);
  }

  private static void shareIsThatOfTheOverlay(
      Geometry whole, double share, Geometry left, Geometry right) {
    Geometry common = RandomShapes.intersection(left, right);
    switch (whole.getDimension()) {
      case 2 -> assertThat(share).isCloseTo(common.getArea() / whole.getArea(), within(1e-9));
      case 1 -> {
        double length = whole.union().getLength();
        boolean lines = common.getDimension() == 1;
        assertThat(share).isCloseTo(lines ? common.getLength() / length : 0, within(1e-9));
      }
      default -> assertThat(share).isNaN();
    }
  }

  @Test
  void theTilesOfALargeAreaCountALineAlongTheirBordersOnce() {
    RandomShapes shapes = new RandomShapes(5, 2);
    Geometry star = shapes.star(4096, 8);
    double x = star.getEnvelopeInternal().centre().x;
    Geometry line = RandomShapes.wkt("LINESTRING(%s -20, %s 20)".formatted(x, x)).union();
    double expected = RandomShapes.intersection(line, star).getLength();
    assertThat(expected).isPositive();
    assertThat(probe(star).measures(line, 0, ALL)[1]).isCloseTo(expected, within(1e-9));
  }

  @Test
  void partsOnTheEllipsoidAddUpToTheWhole() {
    Surface surface = new EllipsoidSurface(Ellipsoid.CGCS2000);
    RandomShapes shapes = new RandomShapes(8, 2);
    AffineTransformation toShandong = AffineTransformation.translationInstance(117, 36);
    for (int i = 0; i < 50; i++) {
      Geometry star = toShandong.transform(shapes.star(30, 1));
      Geometry line = toShandong.transform(shapes.line());
      double inside = surface.length(RandomShapes.intersection(line, star));
      double outside = surface.length(OverlapLength.lines(line.difference(star)));
      double whole = surface.length(line.union());
      assertThat(inside + outside).isCloseTo(whole, within(1e-6 * whole));
      JoinCondition condition = new JoinCondition(SpatialPredicate.INTERSECTS, 0, 1, surface);
      double[] measured = JoinIndex.of(condition, List.of(star)).probe().measures(line, 0, ALL);
      assertThat(measured[1]).isCloseTo(inside, within(1e-6 * whole));
      assertThat(measured[2]).isCloseTo(inside / whole, within(1e-6));
    }
  }

  private static boolean mixed(Geometry geometry) {
    return geometry.getClass() == GeometryCollection.class;
  }

  private static JoinProbe probe(Geometry right) {
    return JoinIndex.of(JoinCondition.of(SpatialPredicate.INTERSECTS), List.of(right)).probe();
  }

  private static double[] measure(String left, String right) {
    return probe(RandomShapes.wkt(right)).measures(RandomShapes.wkt(left), 0, ALL);
  }
}
