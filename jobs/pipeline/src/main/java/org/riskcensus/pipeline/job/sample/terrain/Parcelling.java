package org.riskcensus.pipeline.job.sample.terrain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Parts the hexagons of a county among villages of about equal size: k-means on places bent by
 * noise, then every stray hexagon goes to a neighbour so that each village is one piece.
 */
final class Parcelling {

  private static final int ROUNDS = 12;

  private final HexGrid grid;
  private final double[] x;
  private final double[] y;

  Parcelling(HexGrid grid, double bend, long seed) {
    this.grid = grid;
    this.x = new double[grid.size()];
    this.y = new double[grid.size()];
    Noise bendX = new Noise(seed + 11, bend * 4);
    Noise bendY = new Noise(seed + 12, bend * 4);
    for (int i = 0; i < grid.size(); i++) {
      Coordinate at = grid.centre(i);
      x[i] = at.x + bend * bendX.at(at.x, at.y);
      y[i] = at.y + bend * bendY.at(at.x, at.y);
    }
  }

  /** For each cell the number of its village, 0…count−1. */
  int[] villages(int count, Dice dice) {
    double[] seedX = new double[count];
    double[] seedY = new double[count];
    for (int v = 0; v < count; v++) {
      int cell = dice.between(0, grid.size() - 1);
      seedX[v] = x[cell];
      seedY[v] = y[cell];
    }
    int[] village = new int[grid.size()];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < village.length; i++) {
        village[i] = nearest(x[i], y[i], seedX, seedY);
      }
      recentre(village, seedX, seedY);
    }
    joinStrays(village, count);
    return village;
  }

  private static int nearest(double px, double py, double[] seedX, double[] seedY) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int v = 0; v < seedX.length; v++) {
      double dx = px - seedX[v];
      double dy = py - seedY[v];
      double d = dx * dx + dy * dy;
      if (d < least) {
        least = d;
        best = v;
      }
    }
    return best;
  }

  private void recentre(int[] village, double[] seedX, double[] seedY) {
    double[] sumX = new double[seedX.length];
    double[] sumY = new double[seedX.length];
    int[] n = new int[seedX.length];
    for (int i = 0; i < village.length; i++) {
      sumX[village[i]] += x[i];
      sumY[village[i]] += y[i];
      n[village[i]]++;
    }
    for (int v = 0; v < seedX.length; v++) {
      if (n[v] > 0) {
        seedX[v] = sumX[v] / n[v];
        seedY[v] = sumY[v] / n[v];
      }
    }
  }

  private void joinStrays(int[] village, int count) {
    boolean[] kept = new boolean[village.length];
    for (int v = 0; v < count; v++) {
      for (int cell : largestPiece(village, v)) {
        kept[cell] = true;
      }
    }
    boolean stray = true;
    while (stray) {
      stray = false;
      for (int i = 0; i < village.length; i++) {
        for (int k = 0; k < HexGrid.SIDES && !kept[i]; k++) {
          int beside = grid.neighbour(i, k);
          if (beside >= 0 && kept[beside]) {
            village[i] = village[beside];
            kept[i] = true;
          }
        }
        stray |= !kept[i];
      }
    }
  }

  private List<Integer> largestPiece(int[] village, int v) {
    int[] seen = new int[village.length];
    Arrays.fill(seen, 0);
    List<Integer> largest = List.of();
    for (int i = 0; i < village.length; i++) {
      if (village[i] == v && seen[i] == 0) {
        List<Integer> piece = piece(village, i, seen);
        largest = piece.size() > largest.size() ? piece : largest;
      }
    }
    return largest;
  }

  private List<Integer> piece(int[] village, int start, int[] seen) {
    List<Integer> piece = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    seen[start] = 1;
    while (!open.isEmpty()) {
      int cell = open.poll();
      piece.add(cell);
      for (int k = 0; k < HexGrid.SIDES; k++) {
        int beside = grid.neighbour(cell, k);
        if (beside >= 0 && seen[beside] == 0 && village[beside] == village[start]) {
          seen[beside] = 1;
          open.add(beside);
        }
      }
    }
    return piece;
  }
}
