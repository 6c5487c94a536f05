package org.riskcensus.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;

class AreaIndexTest {

  private static final double[] SIDES = {0.125, 1, 4, 64, 0x1p30};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void locatesAsJtsOnWholeNumbersWhateverTheGrid(long seed) {
    RandomShapes shapes = new RandomShapes(seed, 16);
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      areas.add(shapes.lattice());
    }
    check(areas, shapes);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void locatesAsJtsInStars(long seed) {
    RandomShapes shapes = new RandomShapes(seed, 4);
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      areas.add(shapes.star(3 + 10 * i, 0.1 + i * 0.1));
    }
    check(areas, shapes);
  }

  @Test
  void locatesAsJtsInSpikesSliversAndTouchingRings() {
    List<Geometry> areas =
        List.of(
            RandomShapes.wkt("POLYGON((0 0, 1000000 1, 0 1, 0 0))"),
            RandomShapes.wkt("POLYGON((0 0, 1e-9 0, 1e-9 1e-9, 0 1e-9, 0 0))"),
            RandomShapes.wkt("POLYGON((0 0, 8 0, 8 8, 0 8, 0 0), (0 0, 4 2, 4 4, 2 4, 0 0))"),
            RandomShapes.wkt(
                "MULTIPOLYGON(((0 0, 2 0, 2 2, 0 2, 0 0)), ((2 2, 4 2, 4 4, 2 4, 2 2)))"),
            RandomShapes.wkt("POLYGON((0 0, 0.1 0, 0.3 0.1, 0.7 0.7, 0 0.1, 0 0))"));
    check(areas, new RandomShapes(5, 8));
  }

  @Test
  void farFromTheOriginNothingIsLost() {
    RandomShapes shapes = new RandomShapes(9, 16);
    AffineTransformation away = AffineTransformation.translationInstance(0x1p40, -0x1p40);
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      areas.add(away.transform(shapes.lattice()));
    }
    AreaIndex index = AreaIndex.of(areas);
    for (Geometry area : areas) {
      for (int i = 0; i < 40; i++) {
        compare(areas, index, shapes.onEdge(area), "chosen");
      }
    }
  }

  private static void check(List<Geometry> areas, RandomShapes shapes) {
    List<Coordinate> places = new ArrayList<>();
    for (Geometry area : areas) {
      for (int i = 0; i < 12; i++) {
        places.add(shapes.onEdge(area));
        places.add(shapes.latticePosition());
        places.add(shapes.anyPosition());
      }
      places.addAll(List.of(area.getCoordinates()));
    }
    for (double side : SIDES) {
      if (side >= 0.5 || areas.get(0).getEnvelopeInternal().getWidth() < 1000) {
        AreaIndex index = AreaIndex.ofSide(side, areas);
        places.forEach(place -> compare(areas, index, place, "side " + side));
      }
    }
    AreaIndex chosen = AreaIndex.of(areas);
    places.forEach(place -> compare(areas, chosen, place, "chosen"));
  }

  private static void compare(List<Geometry> areas, AreaIndex index, Coordinate at, String grid) {
    List<Integer> interior = new ArrayList<>();
    List<Integer> boundary = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      int location = SimplePointInAreaLocator.locate(at, areas.get(i));
      if (location == Location.INTERIOR) {
        interior.add(i);
      } else if (location == Location.BOUNDARY) {
        boundary.add(i);
      }
    }
    assertThat(found(index, at, true, false)).as("%s in, %s", at, grid).isEqualTo(interior);
    assertThat(found(index, at, false, true)).as("%s on, %s", at, grid).isEqualTo(boundary);
  }

  private static List<Integer> found(AreaIndex index, Coordinate at, boolean in, boolean on) {
    Hits hits = new Hits();
    index.find(at.x, at.y, in, on, hits);
    hits.sort();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      found.add(hits.get(i));
    }
    return found;
  }
}
