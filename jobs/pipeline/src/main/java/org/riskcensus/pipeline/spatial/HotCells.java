package org.riskcensus.pipeline.spatial;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * The cells that hold so many left rows that one task would work on them while others wait: into
 * how many parts each is split. Left rows go to one part, right rows to all. Known from a sample of
 * the left side, whose size does not grow with it; the sample decides only who works, not what
 * comes out.
 */
record HotCells(HashMap<Long, Integer> salts) implements Serializable {

  private static final int PARTS_A_TASK = 4;

  static HotCells of(LeftSample left, JoinGrid grid, int tasks) {
    Map<Long, Double> weights = new HashMap<>();
    for (LeftSample.Part part : left.parts()) {
      for (int i = 0; i < part.size(); i++) {
        long key = JoinGrid.key(grid.line(part.x(i)), grid.line(part.y(i)));
        weights.merge(key, part.weight(), Double::sum);
      }
    }
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    HashMap<Long, Integer> salts = new HashMap<>();
    weights.forEach(
        (key, weight) -> {
          int parts =
              (int) Math.min(JoinGrid.SALTS, Math.ceil(PARTS_A_TASK * tasks * weight / all));
          if (parts > 1) {
            salts.put(key, parts);
          }
        });
    return new HotCells(salts);
  }

  /** Into how many parts a cell is split. */
  int parts(long key) {
    return salts.getOrDefault(key, 1);
  }
}
