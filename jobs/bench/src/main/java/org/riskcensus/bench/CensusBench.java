package org.riskcensus.bench;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.pipeline.spatial.JoinKind;
import org.riskcensus.pipeline.spatial.JoinOptions;
import org.riskcensus.pipeline.spatial.JoinOptions.Strategy;
import org.riskcensus.pipeline.spatial.SpatialJoin;

/**
 * A workload through the engine's public interface, from the Parquet files: {@code CensusBench DIR
 * WORKLOAD WAY RUNS} with a way of {@code scan}, {@code broadcast} or {@code shuffle}. Each run
 * reads both sides and builds what it needs anew; the first one is the cold one. Prints a line a
 * run: {@code RESULT phase wall-seconds cpu-seconds pairs left-sum right-sum measure}.
 */
public final class CensusBench {

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final SparkSession spark;
  private final Path directory;
  private final Workload work;

  private CensusBench(SparkSession spark, Path directory, Workload work) {
    this.spark = spark;
    this.directory = directory;
    this.work = work;
  }

  /** Runs the bench. */
  public static void main(String[] args) throws IOException {
    Workload work = Workload.of(args[1]);
    int runs = Integer.parseInt(args[3]);
    try (SparkSession spark = BenchSession.open()) {
      CensusBench bench = new CensusBench(spark, Path.of(args[0], args[1]), work);
      for (int run = 0; run < runs; run++) {
        time(run == 0 ? "cold" : "warm", () -> bench.run(args[2]));
      }
    }
  }

  private static void time(String phase, Supplier<Row> run) {
    long start = System.nanoTime();
    long cpu = PROCESS.getProcessCpuTime();
    Row row = run.get();
    System.out.printf(
        Locale.ROOT,
        "RESULT %s %.3f %.3f %d %d %d %.17g%n",
        phase,
        (System.nanoTime() - start) / 1e9,
        (PROCESS.getProcessCpuTime() - cpu) / 1e9,
        row.getLong(0),
        row.getLong(1),
        row.getLong(2),
        row.getDouble(3));
  }

  private Row run(String way) {
    if (work == Workload.ZONAL) {
      return ZonalBench.run(spark, directory);
    }
    Dataset<Row> left = side("left", work.leftPoints());
    if (way.equals("scan")) {
      Column value = work.leftPoints() ? col("x") : length(col("geometry"));
      return left.agg(count(lit(1)), sum("row"), lit(0L), sum(value).cast("double")).first();
    }
    Strategy strategy = Strategy.valueOf(way.toUpperCase(Locale.ROOT));
    JoinOptions options =
        new JoinOptions(JoinKind.INNER, work.area(), strategy, JoinOptions.DEFAULT_BROADCAST_BYTES);
    return result(
        new SpatialJoin(JoinCondition.of(work.predicate()), options)
            .join(left, side("right", work.rightPoints())));
  }

  /** Count and sums; with buildings, the sum of each one's highest class is the measure. */
  private Row result(Dataset<Row> pairs) {
    if (work == Workload.BUILDINGS) {
      return pairs
          .groupBy("row")
          .agg(
              count(lit(1)).as("pairs"),
              sum("right_row").as("rights"),
              max("class").as("highest"),
              sum("overlap_area_m2").as("area"))
          .agg(sum("pairs"), sum(col("highest").multiply(col("row"))), sum("rights"), sum("area"))
          .first();
    }
    Column measure = work.area() ? sum("overlap_area_m2") : lit(0.0);
    return pairs.agg(count(lit(1)), sum("row"), sum("right_row"), measure).first();
  }

  private Dataset<Row> side(String name, boolean points) {
    Dataset<Row> rows = spark.read().parquet(directory.resolve(name + ".parquet").toString());
    Column x = points ? col("x") : lit(null).cast("double");
    Column y = points ? col("y") : lit(null).cast("double");
    Column geometry = points ? lit(null).cast("binary") : col("wkb");
    Column row = coalesce(col("id"), lit(0L)).as("row");
    return name.equals("right") && work == Workload.BUILDINGS
        ? rows.select(row, x.as("x"), y.as("y"), geometry.as("geometry"), col("class"))
        : rows.select(row, x.as("x"), y.as("y"), geometry.as("geometry"));
  }
}
