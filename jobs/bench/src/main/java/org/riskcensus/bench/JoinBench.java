package org.riskcensus.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.SpatialPredicate;
import org.riskcensus.pipeline.spatial.JoinKind;
import org.riskcensus.pipeline.spatial.JoinOptions;
import org.riskcensus.pipeline.spatial.JoinOptions.Strategy;
import org.riskcensus.pipeline.spatial.SpatialJoin;
import org.riskcensus.pipeline.spatial.SpatialSide;

/**
 * Points within polygons against a plain scan of the same points, in one process: {@code JoinBench
 * DIR [points] [polygons] [vertices]}. Makes the data under DIR where it is not there yet, checks a
 * sample by brute force, then times scan and join several times each and prints rows a second.
 */
public final class JoinBench {

  private static final int RUNS = 5;
  private static final int CHECKED_POINTS = 2_000;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final SparkSession spark;
  private final Path directory;
  private final long points;
  private final int polygons;
  private final int vertices;

  private JoinBench(SparkSession spark, Path directory, long points, int polygons, int vertices) {
    this.spark = spark;
    this.directory = directory;
    this.points = points;
    this.polygons = polygons;
    this.vertices = vertices;
  }

  /** Runs the bench. */
  public static void main(String[] args) throws IOException {
    long points = args.length > 1 ? Long.parseLong(args[1]) : 4_000_000;
    int polygons = args.length > 2 ? Integer.parseInt(args[2]) : 2_000;
    int vertices = args.length > 3 ? Integer.parseInt(args[3]) : 500;
    try (SparkSession spark =
        SparkSession.builder()
            .appName("join bench")
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate()) {
      new JoinBench(spark, Path.of(args[0]), points, polygons, vertices).run();
    }
  }

  private void run() throws IOException {
    Files.createDirectories(directory);
    Dataset<Row> left = points();
    Dataset<Row> right = polygons();
    check(left, right);
    System.out.printf(
        Locale.ROOT, "%,d points, %,d polygons of %d vertices%n", points, polygons, vertices);
    time("scan", () -> left.agg(count(lit(1)), sum("row"), sum("x")).first());
    for (Strategy strategy : new Strategy[] {Strategy.BROADCAST, Strategy.SHUFFLE}) {
      time("join " + strategy, () -> aggregate(join(left, right, strategy)).first());
    }
  }

  private Dataset<Row> join(Dataset<Row> left, Dataset<Row> right, Strategy strategy) {
    JoinOptions options =
        new JoinOptions(JoinKind.INNER, false, strategy, JoinOptions.DEFAULT_BROADCAST_BYTES);
    return new SpatialJoin(JoinCondition.of(SpatialPredicate.WITHIN), options).join(left, right);
  }

  private static Dataset<Row> aggregate(Dataset<Row> joined) {
    return joined.agg(count(lit(1)), sum("row"), sum("right_row"));
  }

  private void time(String what, Supplier<Row> work) {
    for (int run = 1; run <= RUNS; run++) {
      long start = System.nanoTime();
      long cpu = PROCESS.getProcessCpuTime();
      Row row = work.get();
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%-16s run %d %8.2f s %8.2f CPU s %,14.0f points/s  %s%n",
          what,
          run,
          seconds,
          cpuSeconds,
          points / seconds,
          row);
    }
  }

  private Dataset<Row> points() throws IOException {
    Path file = directory.resolve("points-" + points + ".csv");
    if (!Files.exists(file)) {
      StarsAndPoints.writePoints(file, points);
    }
    Path parquet = directory.resolve("points-" + points + ".parquet");
    if (!Files.exists(parquet)) {
      spark
          .read()
          .schema("id LONG, x DOUBLE, y DOUBLE")
          .option("header", "true")
          .csv(file.toString())
          .withColumnRenamed("id", "row")
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(parquet.toString());
    }
    return spark
        .read()
        .parquet(parquet.toString())
        .withColumn("geometry", functions.lit(null).cast("binary"))
        .select(
            functions.coalesce(col("row"), lit(0L)).as("row"), col("x"), col("y"), col("geometry"));
  }

  private double scale() {
    return Math.sqrt(2000.0 / polygons);
  }

  private Dataset<Row> polygons() throws IOException {
    Path file = directory.resolve("stars-" + polygons + "-" + vertices + ".csv");
    if (!Files.exists(file)) {
      StarsAndPoints.writeStars(file, polygons, vertices, scale());
    }
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < polygons; id++) {
      Polygon star = StarsAndPoints.star(id, vertices, scale());
      rows.add(RowFactory.create((long) id, null, null, Wkb.write(star)));
    }
    return spark.createDataFrame(rows, SpatialSide.schema());
  }

  /** The pairs of the first points, by brute force and by the join. */
  private void check(Dataset<Row> left, Dataset<Row> right) {
    long pairs = 0;
    long sum = 0;
    for (int polygon = 0; polygon < polygons; polygon++) {
      Polygon star = StarsAndPoints.star(polygon, vertices, scale());
      for (long id = 0; id < CHECKED_POINTS; id++) {
        Coordinate point = StarsAndPoints.point(id);
        if (star.getEnvelopeInternal().contains(point)
            && SimplePointInAreaLocator.locate(point, star) == Location.INTERIOR) {
          pairs++;
          sum += id * polygons + polygon;
        }
      }
    }
    Dataset<Row> first = left.where(col("row").lt(CHECKED_POINTS));
    for (Strategy strategy : Strategy.values()) {
      Row found =
          join(first, right, strategy)
              .agg(count(lit(1)), sum(col("row").multiply(polygons).plus(col("right_row"))))
              .first();
      if (found.getLong(0) != pairs || found.getLong(1) != sum) {
        throw new IllegalStateException(
            strategy + " gives " + found + " where brute force gives " + pairs + ", " + sum);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "the first %,d points agree with brute force: %,d pairs%n",
        CHECKED_POINTS,
        pairs);
  }
}
