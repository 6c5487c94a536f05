package org.riskcensus.pipeline.job.expectedloss;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Reads the assets once, refuses them whole when a row cannot be computed with, and writes their
 * losses in the order of their file.
 */
public final class ExpectedLossJob {

  private static final String STEP = "LOSS";
  private static final int LISTED_PROBLEMS = 200;

  private final ExpectedLossPlan plan;
  private final ExpectedLossTransform transform;
  private final SparkSession spark;
  private final Progress progress;

  /** A job for one request. */
  public ExpectedLossJob(SparkSession spark, ExpectedLossPlan plan, Progress progress) {
    this.spark = spark;
    this.plan = plan;
    this.progress = progress;
    this.transform = new ExpectedLossTransform(spark, plan.task());
  }

  /**
   * Runs it.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with the rows that are wrong
   */
  public LossTotals run() throws IOException {
    progress.begin(STEP, "expected loss of " + plan.task().assets().path());
    Dataset<Row> assets =
        transform.placed(AssetRows.read(spark, plan.task())).persist(StorageLevel.DISK_ONLY());
    try {
      long start = System.nanoTime();
      Row read =
          assets
              .selectExpr("count(*)", "max(row_number)", "collect_set(shape)", "count(problem)")
              .first();
      long rows = read.getLong(0);
      refuseBadRows(assets, read.getLong(3));
      progress.done(STEP, "assets read", rows, seconds(start));
      start = System.nanoTime();
      LossLayer layer = new LossLayer(plan, new HashSet<>(read.getList(2)));
      LossTotals totals = write(assets, rows == 0 ? 0 : read.getLong(1), layer);
      progress.done(STEP, "losses written", rows, seconds(start));
      return totals;
    } finally {
      assets.unpersist();
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void refuseBadRows(Dataset<Row> assets, long bad) {
    Problems problems = new Problems();
    if (bad > 0) {
      list(
          transform.problems(assets),
          problems,
          row -> "row %d: %s".formatted(row.getLong(0), row.getString(1)));
    }
    if (plan.task().fields().id() != null) {
      list(
          transform.duplicates(assets),
          problems,
          row ->
              "object_id '%s' stands in %d rows, first in row %d"
                  .formatted(row.getString(1), row.getLong(2), row.getLong(0)));
    }
    problems.refuse();
  }

  /** Adds the first rows, by their first column, and the number of those left out. */
  private void list(Dataset<Row> rows, Problems problems, Function<Row, String> message) {
    String file = plan.task().assets().path();
    List<Row> first = rows.orderBy("row_number").limit(LISTED_PROBLEMS).collectAsList();
    first.forEach(row -> problems.add(file, 0, message.apply(row)));
    if (first.size() == LISTED_PROBLEMS) {
      long more = rows.count() - LISTED_PROBLEMS;
      if (more > 0) {
        problems.add(file, 0, "and " + more + " more like these");
      }
    }
  }

  private LossTotals write(Dataset<Row> assets, long lastRow, LossLayer layer) throws IOException {
    LossTotals totals = new LossTotals(plan.task().hazards());
    try (LayerWriter writer =
        LayerWriters.create(plan.out(), layer.schema(), WriteOptions.DEFAULT)) {
      boolean whole = false;
      try {
        write(transform.losses(assets, lastRow).toLocalIterator(), layer, totals, writer);
        whole = true;
      } finally {
        if (!whole) {
          writer.abandon();
        }
      }
    }
    return totals;
  }

  private static void write(
      Iterator<Row> losses, LossLayer layer, LossTotals totals, LayerWriter writer)
      throws IOException {
    long before = 0;
    while (losses.hasNext()) {
      Row loss = losses.next();
      long row = loss.getAs("row_number");
      if (row <= before) {
        throw new IllegalStateException("row " + row + " came after row " + before);
      }
      before = row;
      totals.add(loss);
      writer.write(layer.values(loss), layer.geometry(loss));
    }
  }
}
