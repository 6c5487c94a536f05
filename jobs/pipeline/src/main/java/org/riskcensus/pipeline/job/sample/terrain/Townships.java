package org.riskcensus.pipeline.job.sample.terrain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;

/**
 * Groups villages into townships that are each one piece: from the village nearest its seat a
 * township grows over neighbouring villages, the nearest to any seat first.
 */
final class Townships {

  private record Step(double distance, int village, int township) {}

  private final List<Coordinate> villageCentres;
  private final List<Set<Integer>> neighbours;

  Townships(HexGrid grid, int[] village, int villages) {
    double[] n = new double[villages];
    Coordinate[] centres = new Coordinate[villages];
    Arrays.setAll(centres, v -> new Coordinate(0, 0));
    neighbours = java.util.stream.IntStream.range(0, villages).mapToObj(v -> newSet()).toList();
    for (int i = 0; i < village.length; i++) {
      Coordinate at = grid.centre(i);
      centres[village[i]].x += at.x;
      centres[village[i]].y += at.y;
      n[village[i]]++;
      for (int k = 0; k < HexGrid.SIDES; k++) {
        int beside = grid.neighbour(i, k);
        if (beside >= 0 && village[beside] != village[i]) {
          neighbours.get(village[i]).add(village[beside]);
        }
      }
    }
    for (int v = 0; v < villages; v++) {
      centres[v].x /= n[v];
      centres[v].y /= n[v];
    }
    villageCentres = List.of(centres);
  }

  private static Set<Integer> newSet() {
    return new TreeSet<>();
  }

  /** For each village the number of its township. */
  int[] of(List<Coordinate> seats) {
    int[] township = new int[villageCentres.size()];
    Arrays.fill(township, -1);
    PriorityQueue<Step> open =
        new PriorityQueue<>(
            Comparator.comparingDouble(Step::distance).thenComparingInt(Step::village));
    for (int t = 0; t < seats.size(); t++) {
      int first = nearestFree(seats.get(t), township);
      township[first] = t;
      addNeighbours(open, seats, first, t);
    }
    while (!open.isEmpty()) {
      Step step = open.poll();
      if (township[step.village()] < 0) {
        township[step.village()] = step.township();
        addNeighbours(open, seats, step.village(), step.township());
      }
    }
    return township;
  }

  private int nearestFree(Coordinate seat, int[] township) {
    int best = -1;
    for (int v = 0; v < township.length; v++) {
      boolean nearer =
          best < 0
              || seat.distance(villageCentres.get(v)) < seat.distance(villageCentres.get(best));
      if (township[v] < 0 && nearer) {
        best = v;
      }
    }
    return best;
  }

  private void addNeighbours(
      PriorityQueue<Step> open, List<Coordinate> seats, int village, int township) {
    for (int next : neighbours.get(village)) {
      double distance = seats.get(township).distance(villageCentres.get(next));
      open.add(new Step(distance, next, township));
    }
  }
}
