package org.riskcensus.pipeline.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.riskcensus.core.geometry.Wkb;

/** Relations of geometries that are kept, beside those of JTS asked anew. */
class PreparedShapesTest {

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int VERTICES = 400;

  @Test
  void theAnswerIsTheSameHoweverOftenAShapeIsMet() {
    Random random = new Random(7);
    List<Geometry> shapes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      shapes.add(star(random, 8));
      shapes.add(point(random));
      shapes.add(star(random, 5).getExteriorRing());
    }
    for (int time = 0; time < 3; time++) {
      for (Geometry a : shapes) {
        for (Geometry b : shapes) {
          byte[] left = Wkb.write(a);
          byte[] right = Wkb.write(b);
          assertThat(within(left, right)).isEqualTo(a.within(b));
          assertThat(
                  PreparedShapes.relate(
                      left, right, RelatePredicate::contains, RelatePredicate::within))
              .isEqualTo(a.contains(b));
          assertThat(
                  PreparedShapes.relate(
                      left, right, RelatePredicate::crosses, RelatePredicate::crosses))
              .isEqualTo(a.crosses(b));
        }
      }
    }
  }

  /** 24 MB of shapes are more than is kept. */
  @Test
  void shapesThatAreNoLongerKeptAreMadeAgain() {
    Random random = new Random(8);
    List<byte[]> stars = new ArrayList<>();
    List<byte[]> centres = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      Geometry star = star(random, VERTICES);
      stars.add(Wkb.write(star));
      centres.add(Wkb.write(star.getCentroid()));
    }
    for (int time = 0; time < 2; time++) {
      for (int i = 0; i < stars.size(); i++) {
        assertThat(within(centres.get(i), stars.get(i))).isTrue();
      }
    }
  }

  @Test
  void whatIsNoGeometryIsRefused() {
    assertThatThrownBy(() -> within(new byte[] {1, 2, 3}, Wkb.write(point(new Random(1)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a WKB geometry");
  }

  private static boolean within(byte[] a, byte[] b) {
    return PreparedShapes.relate(a, b, RelatePredicate::within, RelatePredicate::contains);
  }

  private static Geometry point(Random random) {
    return SHAPES.createPoint(new Coordinate(random.nextDouble(), random.nextDouble()));
  }

  /** A round star of radius 0.25 to 0.3 with its middle in the unit square. */
  private static Polygon star(Random random, int vertices) {
    double x = random.nextDouble();
    double y = random.nextDouble();
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double radius = 0.25 + 0.05 * random.nextDouble();
      double angle = 2 * Math.PI * i / vertices;
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    return SHAPES.createPolygon(ring);
  }
}
