package org.riskcensus.bench.sedona;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.sedona.spark.SedonaContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A workload in Apache Sedona, from the same Parquet files: {@code SedonaBench DIR WORKLOAD WAY
 * RUNS} with a way of {@code broadcast} or {@code partitioned}. Written as its documentation
 * advises; prints the lines that {@code CensusBench} does.
 */
public final class SedonaBench {

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final String PAIRS =
      "SELECT %s l.id AS l, r.id AS r, r.class AS class, %s AS area"
          + " FROM lefts l JOIN rights r ON %s";
  private static final String SUMS =
      "SELECT count(1), sum(l), sum(r), coalesce(cast(sum(area) AS double), 0D) FROM pairs";

  private SedonaBench() {}

  /** Runs the bench. */
  public static void main(String[] args) {
    SparkSession spark = session();
    boolean broadcast = args[2].equals("broadcast");
    if (!broadcast) {
      spark.conf().set("spark.sedona.join.autoBroadcastJoinThreshold", "-1");
      spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
    }
    side(spark, args[0], args[1], "left");
    side(spark, args[0], args[1], "right");
    for (int run = 0; run < Integer.parseInt(args[3]); run++) {
      long start = System.nanoTime();
      long cpu = PROCESS.getProcessCpuTime();
      Row row = run(spark, args[1], broadcast);
      System.out.printf(
          Locale.ROOT,
          "RESULT %s %.3f %.3f %d %d %d %.17g%n",
          run == 0 ? "cold" : "warm",
          (System.nanoTime() - start) / 1e9,
          (PROCESS.getProcessCpuTime() - cpu) / 1e9,
          row.getLong(0),
          row.getLong(1),
          row.getLong(2),
          row.getDouble(3));
    }
    spark.stop();
  }

  private static SparkSession session() {
    SparkSession spark =
        SedonaContext.builder()
            .appName("sedona bench")
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .config("spark.kryo.registrator", "org.apache.sedona.core.serde.SedonaKryoRegistrator")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    return SedonaContext.create(spark);
  }

  private static void side(SparkSession spark, String directory, String work, String side) {
    Dataset<Row> rows =
        spark.read().parquet(Path.of(directory, work, side + ".parquet").toString());
    boolean points = rows.columns()[1].equals("x");
    rows.selectExpr(
            "id",
            points ? "0 AS class" : "class",
            points ? "ST_Point(x, y) AS geom" : "ST_GeomFromWKB(wkb) AS geom")
        .createOrReplaceTempView(side + "s");
  }

  private static Row run(SparkSession spark, String work, boolean broadcast) {
    boolean areas = work.equals("overlap") || work.equals("buildings");
    String condition =
        switch (work) {
          case "overlap", "buildings" -> "ST_Intersects(l.geom, r.geom)";
          case "nearest" -> "ST_KNN(l.geom, r.geom, 1, FALSE)";
          default -> "ST_Contains(r.geom, l.geom)";
        };
    boolean hint = broadcast && !work.equals("nearest");
    spark
        .sql(
            String.format(
                PAIRS,
                hint ? "/*+ BROADCAST(r) */" : "",
                areas ? "ST_Area(ST_Intersection(l.geom, r.geom))" : "0D",
                condition))
        .createOrReplaceTempView("pairs");
    if (work.equals("buildings")) {
      spark
          .sql(
              "SELECT l, count(1) AS n, sum(r) AS r, max(class) AS highest, sum(area) AS area"
                  + " FROM pairs GROUP BY l")
          .createOrReplaceTempView("buildings");
      return spark.sql("SELECT sum(n), sum(highest * l), sum(r), sum(area) FROM buildings").first();
    }
    return spark.sql(SUMS).first();
  }
}
