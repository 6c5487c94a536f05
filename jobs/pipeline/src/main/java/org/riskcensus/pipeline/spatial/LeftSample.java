package org.riskcensus.pipeline.spatial;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Envelope;

/**
 * What a shuffle has to know of a left side, read in one pass: how large its geometries are within
 * the extent of the right side, and for each partition the places of some of them, whose number
 * does not grow with it.
 *
 * @param parts one a partition
 */
record LeftSample(List<Part> parts) {

  private static final int SIZE = 1_024;
  private static final long SEED = 7;

  /** Some lower left corners, drawn so that each row has the same chance. */
  static final class Part implements Serializable {
    private static final long serialVersionUID = 1L;
    private final double[] xs = new double[SIZE];
    private final double[] ys = new double[SIZE];
    private final Random random = new Random(SEED);
    private long rows;
    private double squares;

    private void add(Envelope bounds) {
      long at = rows < SIZE ? rows : random.nextLong(rows + 1);
      if (at < SIZE) {
        xs[(int) at] = bounds.getMinX();
        ys[(int) at] = bounds.getMinY();
      }
      rows++;
      double side = Math.max(bounds.getWidth(), bounds.getHeight());
      squares += side * side;
    }

    int size() {
      return (int) Math.min(rows, SIZE);
    }

    double x(int i) {
      return xs[i];
    }

    double y(int i) {
      return ys[i];
    }

    /** Rows that each of those kept stands for. */
    double weight() {
      return (double) rows / size();
    }
  }

  /** Reads a left side; what lies outside the extent finds no partner and does not count. */
  static LeftSample of(Dataset<Row> left, Envelope extent) {
    FlatMapFunction<Iterator<Row>, Part> draw =
        rows -> {
          Part part = new Part();
          while (rows.hasNext()) {
            Envelope bounds = SpatialSide.bounds(rows.next()).intersection(extent);
            if (!bounds.isNull()) {
              part.add(bounds);
            }
          }
          return List.of(part).iterator();
        };
    return new LeftSample(left.javaRDD().mapPartitions(draw).collect());
  }

  /** Root mean square of the longer sides of bounds, 0 without any. */
  double side() {
    double rows = parts.stream().mapToDouble(part -> part.rows).sum();
    double squares = parts.stream().mapToDouble(part -> part.squares).sum();
    return rows == 0 ? 0 : Math.sqrt(squares / rows);
  }
}
