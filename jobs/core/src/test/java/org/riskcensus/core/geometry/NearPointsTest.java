package org.riskcensus.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class NearPointsTest {

  @Test
  void theDistanceItselfStillCountsAsNear() {
    NearPoints<String> points = new NearPoints<>(10);
    assertThat(points.add("a", new Coordinate(0, 0))).isEmpty();
    assertThat(points.add("b", new Coordinate(10, 0)).orElseThrow().what()).isEqualTo("a");
    assertThat(points.add("c", new Coordinate(0, 10.001))).isEmpty();
  }

  @Test
  void everyPointKnowsWhetherAnEarlierOneIsNearAsBruteForceDoes() {
    Random random = new Random(7);
    NearPoints<Integer> points = new NearPoints<>(10);
    List<Coordinate> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Coordinate place = new Coordinate(random.nextInt(120), random.nextInt(120));
      boolean near = all.stream().anyMatch(earlier -> earlier.distance(place) <= 10);
      assertThat(points.add(i, place).isPresent()).isEqualTo(near);
      all.add(place);
    }
  }

  @Test
  void manyPointsAtOnePlaceCostNothing() {
    NearPoints<Integer> points = new NearPoints<>(10);
    for (int i = 0; i < 1_000_000; i++) {
      points.add(i, new Coordinate(1, 1));
    }
    assertThat(points.add(-1, new Coordinate(1, 1)).orElseThrow().what()).isZero();
  }
}
