package org.riskcensus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.JoinIndex;
import org.riskcensus.core.join.JoinProbe;
import org.riskcensus.core.join.Measure;
import org.riskcensus.core.join.SpatialPredicate;

/**
 * The kernels of the join alone, a thousand polygons of a number of vertices: cutting them into
 * cells, locating a point by its cell, and the area that two share beside that of a JTS overlay.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBench {

  private static final int POLYGONS = 1_000;
  private static final int POINTS = 1 << 16;
  private static final long SEED = 20_260_103;

  /** Vertices of a polygon. */
  @Param({"50", "500"})
  private int vertices;

  private final List<Geometry> polygons = new ArrayList<>();
  private final double[] xs = new double[POINTS];
  private final double[] ys = new double[POINTS];
  private final List<int[]> pairs = new ArrayList<>();
  private JoinProbe within = probe(SpatialPredicate.WITHIN);
  private JoinProbe intersects = within;
  private int next;

  private JoinProbe probe(SpatialPredicate predicate) {
    return JoinIndex.of(JoinCondition.of(predicate), polygons).probe();
  }

  /** Makes polygons, points and the pairs of polygons that meet. */
  @Setup
  public void make() {
    polygons.clear();
    pairs.clear();
    for (int i = 0; i < POLYGONS; i++) {
      polygons.add(Shapes.star(SEED, i, vertices, 1));
    }
    for (int i = 0; i < POINTS; i++) {
      Coordinate point = Shapes.point(SEED + 1, i);
      xs[i] = point.x;
      ys[i] = point.y;
    }
    within = probe(SpatialPredicate.WITHIN);
    intersects = probe(SpatialPredicate.INTERSECTS);
    for (int left = 0; left < POLYGONS; left++) {
      var hits = intersects.match(polygons.get(left));
      for (int i = 0; i < hits.size(); i++) {
        pairs.add(new int[] {left, hits.get(i)});
      }
    }
  }

  /** All polygons into cells, and the index over these. */
  @Benchmark
  public JoinIndex tessellation() {
    return JoinIndex.of(JoinCondition.of(SpatialPredicate.WITHIN), polygons);
  }

  /** One point. */
  @Benchmark
  public int pointTest() {
    int i = next++ & (POINTS - 1);
    return within.match(xs[i], ys[i]).size();
  }

  /** The area one pair shares. */
  @Benchmark
  public double sharedArea() {
    int[] pair = pairs.get(next++ % pairs.size());
    return intersects.measures(polygons.get(pair[0]), pair[1], Set.of(Measure.AREA))[0];
  }

  /** The same by a JTS overlay. */
  @Benchmark
  public double overlayArea() {
    int[] pair = pairs.get(next++ % pairs.size());
    return polygons.get(pair[0]).intersection(polygons.get(pair[1])).getArea();
  }
}
