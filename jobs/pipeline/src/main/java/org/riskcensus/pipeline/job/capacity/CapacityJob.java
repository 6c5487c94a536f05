package org.riskcensus.pipeline.job.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.SideBySide;
import org.riskcensus.pipeline.progress.Progress;

/** Reads staging and replaces the marts of capacity of the census year and the run's counties. */
public final class CapacityJob {

  private static final String STEP = "capacity";

  /** The tables it writes. */
  public static final List<String> TABLES =
      List.of(
          CapacityProducts.AREAS,
          CapacityProducts.SERVICES,
          CapacityProducts.OFFICERS,
          CapacityProducts.RESOURCES);

  private CapacityJob() {}

  /** Runs the job, unless this run has made its tables before. */
  public static void run(Lake lake, CapacityConfig config, Progress progress) {
    progress.begin(STEP, "coverage of services, officers, stock and need");
    if (lake.holdsAll(TABLES)) {
      progress.note("unchanged: this run has made these tables before");
      return;
    }
    StagingTables staging = table -> lake.read("staging." + table, config.year());
    List<Callable<Long>> writes = new ArrayList<>();
    for (Map.Entry<String, Dataset<Row>> table :
        new CapacityProducts(staging, config).tables().entrySet()) {
      writes.add(() -> write(lake, table.getKey(), table.getValue(), progress));
    }
    SideBySide.all(writes);
  }

  private static long write(Lake lake, String table, Dataset<Row> rows, Progress progress) {
    long start = System.nanoTime();
    long written = lake.replaceYear(table, lake.run().year(), rows);
    progress.done(STEP, table, written, (System.nanoTime() - start) / 1e9);
    return written;
  }
}
