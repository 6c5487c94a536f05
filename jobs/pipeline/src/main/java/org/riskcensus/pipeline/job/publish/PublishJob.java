package org.riskcensus.pipeline.job.publish;

import java.sql.Date;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.Releases;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.progress.Progress;

/**
 * Records the run, makes what it has written visible, and tags every table of the release with
 * {@code census-YEAR}. What is published is one state of the lake; the tags say the same to readers
 * of one table.
 */
public final class PublishJob {

  private static final String STEP = "publish";
  private static final List<String> NAMESPACES = List.of("staging", "ops", "marts");

  private static final StructType RUN =
      StructType.fromDDL(
          "county_code STRING, census STRING, title STRING, synthetic BOOLEAN, logical_date DATE");

  private PublishJob() {}

  /**
   * Records and publishes the run, once, and sets the tags; those already right are left alone.
   *
   * @param title name of the census for readers
   * @param synthetic whether its data are made up
   */
  public static void run(Lake lake, String title, boolean synthetic, Progress progress) {
    progress.begin(STEP, "tag " + lake.run().tag());
    long start = System.nanoTime();
    record(lake, title, synthetic);
    lake.publish(Optional.of(lake.run().tag()));
    long tagged = 0;
    for (String namespace : NAMESPACES) {
      for (TableContract table : lake.contracts().list(namespace)) {
        if (table.name().equals(Releases.TABLE)) {
          continue;
        }
        tagged += lake.tag(table.name()) ? 1 : 0;
      }
    }
    progress.done(STEP, lake.run().tag() + " (tables)", tagged, (System.nanoTime() - start) / 1e9);
  }

  private static void record(Lake lake, String title, boolean synthetic) {
    Run run = lake.run();
    Date date = Date.valueOf(run.logicalDate());
    List<Row> rows =
        run.counties().stream()
            .map(county -> RowFactory.create(county, run.census(), title, synthetic, date))
            .toList();
    lake.replaceYear("ops.run", run.year(), lake.spark().createDataFrame(rows, RUN));
  }
}
