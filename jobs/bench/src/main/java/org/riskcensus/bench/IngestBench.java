package org.riskcensus.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.CensusDescriptionReader;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.ingest.IngestConfig;
import org.riskcensus.pipeline.job.ingest.IngestJob;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.LakeConfig;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.lakehouse.SparkSessions;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * The whole ingest of one large file into an empty lake, until it is published: {@code IngestBench
 * DIR [rows [format…]]}. Makes the files with {@link BenchBuildings}; a raster is filed as
 * population. Each format is ingested with {@value #FEW} rows first, so that rows a processor
 * second can be told without what every ingest costs; in the first format twice, as the first
 * ingest of a process compiles. Ends with an error when the row accounts do not say that each row
 * was read and accepted.
 */
public final class IngestBench {

  private static final int FEW = 1000;
  private static final String COUNTY = "370321";
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final String UNIT =
      """
      admin_code,name,level,wkt
      370321000000,县,county,"POLYGON((116 36, 120 36, 120 38, 116 38, 116 36))"
      """;

  private final Path directory;
  private final String format;
  private final int rows;
  private final long startNanos = System.nanoTime();
  private final long startCpuNanos = PROCESS.getProcessCpuTime();

  private IngestBench(Path directory, String format, int rows) {
    this.directory = directory;
    this.format = format;
    this.rows = rows;
  }

  /** Runs the bench. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    int rows = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
    List<String> formats =
        args.length > 2 ? Arrays.asList(args).subList(2, args.length) : List.of("csv");
    make(directory, formats.get(0), FEW).run();
    for (String format : formats) {
      double few = make(directory, format, FEW).run();
      double all = make(directory, format, rows).run();
      System.out.printf(
          Locale.ROOT,
          "RESULT %s: %,d rows, %.0f CPU s, %.0f of them for few rows, %,.0f rows/CPU s beyond%n",
          format,
          rows,
          all,
          few,
          (rows - FEW) / (all - few));
    }
  }

  private static IngestBench make(Path directory, String format, int rows) throws IOException {
    Path file = directory.resolve("buildings-" + rows + "." + format);
    if (!Files.exists(file)) {
      BenchBuildings.write(file, rows);
    }
    Files.writeString(directory.resolve("unit.csv"), UNIT);
    return new IngestBench(directory, format, rows);
  }

  /** Processor seconds of the ingest. */
  private double run() throws IOException {
    Problems problems = new Problems();
    CensusDescription census = CensusDescriptionReader.read(description(), Map.of(), problems);
    problems.refuse();
    Contracts contracts = Contracts.load();
    Path lake = Files.createTempDirectory(directory, "lake");
    try (SparkSession spark = SparkSessions.open(LakeConfig.of(lake))) {
      Run run =
          new Run("bench", "bench", census.year(), census.logicalDate(), census.counties(), "none");
      Lake open = Lake.open(spark, contracts, run);
      new IngestJob(open.step(), IngestConfig.of(census, contracts), new Told()).run();
      open.publish();
      tell("published");
      check(spark);
    }
    return cpuSeconds();
  }

  private Path description() throws IOException {
    boolean raster = format.equals("tif");
    String source =
        raster
            ? "dataset: population, options: {value: population}, constants: {object_id: 'P-{row}',"
                + " admin_code: '370321000000'}"
            : "dataset: building, crs: EPSG:4490"
                + (format.equals("shp") ? ", columns: {floor_area: floor_area_m2}" : "");
    String text =
        """
        census: bench
        year: 2025
        logical_date: 2025-12-31
        counties: ["%1$s"]
        sources:
          - {id: unit, dataset: admin_unit, county: "%1$s", file: unit.csv, crs: EPSG:4490}
          - {id: rows, county: "%1$s", file: buildings-%2$d.%3$s, %4$s}
        """
            .formatted(COUNTY, rows, format, source);
    return Files.writeString(directory.resolve("bench.yaml"), text);
  }

  /** Each row was read and accepted, and staging has as many. */
  private void check(SparkSession spark) {
    Row account =
        spark
            .table("ops.row_account")
            .where("scope = 'file' AND source_id = 'rows'")
            .selectExpr("rows_read", "rows_accepted", "balanced")
            .head();
    long staged =
        spark.table("staging." + (format.equals("tif") ? "population" : "building")).count();
    long found = spark.table("ops.finding").count();
    String told =
        "read %,d, accepted %,d, balanced %s, staged %,d, findings %,d"
            .formatted(
                account.getLong(0), account.getLong(1), account.getBoolean(2), staged, found);
    System.out.println(told);
    if (!told.equals(expected())) {
      throw new IllegalStateException("not as it must be: " + expected());
    }
  }

  private String expected() {
    return "read %1$,d, accepted %1$,d, balanced true, staged %1$,d, findings 0".formatted(rows);
  }

  private double cpuSeconds() {
    return (PROCESS.getProcessCpuTime() - startCpuNanos) / 1e9;
  }

  private void tell(String what) {
    System.out.printf(
        Locale.ROOT,
        "%s %,d: %7.1f s %7.1f CPU s %6d MiB  %s%n",
        format,
        rows,
        (System.nanoTime() - startNanos) / 1e9,
        cpuSeconds(),
        ProcessMemory.peakMebibytes(),
        what);
  }

  /** Tells when each table was written. */
  private final class Told implements Progress {
    @Override
    public void begin(String step, String what) {
      tell("begun");
    }

    @Override
    public void done(String step, String what, long written, double seconds) {
      tell("%s: %,d rows in %.1f s".formatted(what, written, seconds));
    }

    @Override
    public void note(String message) {
      tell(message);
    }
  }
}
