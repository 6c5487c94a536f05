package org.riskcensus.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.CensusDescriptionReader;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.assess.AssessConfig;
import org.riskcensus.pipeline.job.assess.AssessJob;
import org.riskcensus.pipeline.job.ingest.IngestConfig;
import org.riskcensus.pipeline.job.ingest.IngestJob;
import org.riskcensus.pipeline.job.sample.SampleConfig;
import org.riskcensus.pipeline.job.sample.SampleJob;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.LakeConfig;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.lakehouse.SparkSessions;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * The assessment of one large county, from the files of {@code sample --scale}: {@code RiskBench
 * DIR [scale [metres]]}. The mountain county has about 1,100 hazard polygons at any scale, 3,000
 * buildings a unit of the scale, and 296,000 cells of 100 m. Files and staging tables are made once
 * for a directory and scale; each process then assesses once, cold. Prints what each part cost, and
 * ends with an error when areas or exposure are not conserved.
 */
public final class RiskBench {

  private static final String COUNTY = "500237";
  private static final int YEAR = 2025;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final double ROUNDING = 1e-6;

  /** What a step cost since the one before. */
  private static final class Clock {
    private long nanos = System.nanoTime();
    private long cpu = PROCESS.getProcessCpuTime();

    void tell(String step) throws IOException {
      System.out.printf(
          Locale.ROOT,
          "%s: %.1f s, %.1f CPU s, peak %d MiB%n",
          step,
          (System.nanoTime() - nanos) / 1e9,
          (PROCESS.getProcessCpuTime() - cpu) / 1e9,
          ProcessMemory.peakMebibytes());
      nanos = System.nanoTime();
      cpu = PROCESS.getProcessCpuTime();
    }
  }

  private final SparkSession spark;
  private final CensusDescription census;
  private final Contracts contracts = Contracts.load();

  private RiskBench(SparkSession spark, CensusDescription census) {
    this.spark = spark;
    this.census = census;
  }

  /** Runs the bench. */
  public static void main(String[] args) throws IOException {
    int scale = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    int metres = args.length > 2 ? Integer.parseInt(args[2]) : 100;
    Path directory = Files.createDirectories(Path.of(args[0], "scale-" + scale));
    Clock clock = new Clock();
    if (!Files.exists(directory.resolve("census-" + YEAR + ".yaml"))) {
      SampleJob.run(new SampleConfig(List.of(COUNTY), scale, SampleConfig.DEFAULT_SEED, directory));
      clock.tell("sample");
    }
    Problems problems = new Problems();
    CensusDescription census =
        CensusDescriptionReader.read(
            directory.resolve("census-" + YEAR + ".yaml"), Map.of(), problems);
    problems.refuse();
    Path lake = directory.resolve("lake");
    boolean ingested = Files.exists(lake.resolve("ingested"));
    try (SparkSession spark = SparkSessions.open(LakeConfig.of(lake))) {
      RiskBench bench = new RiskBench(spark, census);
      clock.tell("start of Spark");
      if (!ingested) {
        bench.ingest();
        Files.createFile(lake.resolve("ingested"));
        clock.tell("ingest");
      }
      bench.assess(CellSizes.of(metres), clock);
    }
  }

  private Run run(String name) {
    return new Run(
        name,
        census.census(),
        census.year(),
        census.logicalDate(),
        census.counties(),
        AssessmentMethods.load().version());
  }

  private void ingest() {
    Lake lake = Lake.open(spark, contracts, run("ingest"));
    new IngestJob(lake.step(), IngestConfig.of(census, contracts), Progress.SILENT).run();
    lake.publish();
  }

  private void assess(CellSizes cells, Clock clock) throws IOException {
    Lake lake = Lake.open(spark, contracts, run("assess-" + System.currentTimeMillis()));
    JobTimes times = new JobTimes();
    spark.sparkContext().addSparkListener(times);
    Map<String, Long> rows =
        AssessJob.run(
            lake.step(), new AssessConfig(YEAR, cells, AssessmentMethods.load()), Progress.SILENT);
    clock.tell("assess");
    rows.forEach((table, n) -> System.out.printf(Locale.ROOT, "  %-28s %,12d rows%n", table, n));
    times.print();
    size(lake);
    conserved(lake);
  }

  private void size(Lake lake) {
    for (String table : List.of("building", "road", "farmland", "population")) {
      System.out.printf(
          Locale.ROOT, "staging.%s %,d rows%n", table, lake.read("staging." + table, YEAR).count());
    }
  }

  /** Every quantity that was filed lies in a unit or outside, and the cells tile the county. */
  private static void conserved(Lake lake) {
    for (Row account : lake.read("ops.exposure_account", YEAR).collectAsList()) {
      double total = account.getAs("total");
      double difference = account.getAs("difference");
      System.out.printf(
          Locale.ROOT,
          "%s: filed %.3f, difference %.6f%n",
          account.getAs("exposure"),
          total,
          difference);
      if (Math.abs(difference) > ROUNDING * total) {
        throw new IllegalStateException("exposure is not conserved: " + account);
      }
    }
    double cells =
        lake.read("marts.cell_exposure", YEAR).selectExpr("sum(area_m2)").first().getDouble(0);
    double county =
        lake.read("ops.zone_account", YEAR).selectExpr("max(county_area_m2)").first().getDouble(0);
    System.out.printf(Locale.ROOT, "area: county %.3f, cells %.3f%n", county, cells);
    if (Math.abs(county - cells) > ROUNDING * county) {
      throw new IllegalStateException("the cells do not tile the county");
    }
  }
}
