package org.riskcensus.pipeline.spatial;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Envelope;

/**
 * The cells that hold so many left rows that one task would work on them while others wait: into
 * how many parts each is split. Left rows go to one part, right rows to all. Known from a sample of
 * the left side, whose size does not grow with it; the sample decides only who works, not what
 * comes out.
 */
record HotCells(HashMap<Long, Integer> salts) implements Serializable {

  private static final int SAMPLE = 4_096;
  private static final int PARTS_A_TASK = 4;
  private static final long SEED = 7;

  /** A sample of the keys of one partition. */
  private static final class Sample implements Serializable {
    private static final long serialVersionUID = 1L;
    private final long[] keys = new long[SAMPLE];
    private final Random random = new Random(SEED);
    private long rows;

    void add(long key) {
      long at = rows < SAMPLE ? rows : random.nextLong(rows + 1);
      if (at < SAMPLE) {
        keys[(int) at] = key;
      }
      rows++;
    }

    void addTo(Map<Long, Double> weights) {
      int kept = (int) Math.min(rows, SAMPLE);
      for (int i = 0; i < kept; i++) {
        weights.merge(keys[i], (double) rows / kept, Double::sum);
      }
    }
  }

  static HotCells of(Dataset<Row> left, JoinGrid grid, Envelope extent, int tasks) {
    FlatMapFunction<Iterator<Row>, Sample> draw =
        rows -> {
          Sample sample = new Sample();
          while (rows.hasNext()) {
            Envelope bounds = SpatialSide.bounds(rows.next());
            if (bounds.intersects(extent)) {
              sample.add(JoinGrid.key(grid.line(bounds.getMinX()), grid.line(bounds.getMinY())));
            }
          }
          return List.of(sample).iterator();
        };
    Map<Long, Double> weights = new HashMap<>();
    left.javaRDD().mapPartitions(draw).collect().forEach(sample -> sample.addTo(weights));
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
