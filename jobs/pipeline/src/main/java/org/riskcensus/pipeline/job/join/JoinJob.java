package org.riskcensus.pipeline.job.join;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.riskcensus.core.join.Measure;
import org.riskcensus.pipeline.layer.LayerRows;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.spatial.ClassJoin;
import org.riskcensus.pipeline.spatial.ClassOrder;
import org.riskcensus.pipeline.spatial.JoinKind;
import org.riskcensus.pipeline.spatial.JoinOptions;
import org.riskcensus.pipeline.spatial.JoinOptions.Strategy;
import org.riskcensus.pipeline.spatial.SpatialJoin;

/**
 * Joins two files or tables. Rows go to the file in the order of the left side, then of the right,
 * so that equal inputs give equal files; they stream through the driver. The counts are taken where
 * the pairs are.
 */
public final class JoinJob {

  private static final String STEP = "join";
  private static final String AREA = "overlap_area_m2";

  private final SparkSession spark;
  private final JoinConfig config;
  private final Progress progress;
  private final LayerRows left;
  private final LayerRows right;

  /** A join in a session. */
  public JoinJob(SparkSession spark, JoinConfig config, Progress progress) {
    this.spark = spark;
    this.config = config;
    this.progress = progress;
    this.left = LayerRows.left(spark, config.left());
    this.right = LayerRows.right(spark, config.right(), config.crs().toLeft());
  }

  /** Writes the file, if there is one to write, and gives the counts. */
  public JoinSummary run() throws IOException {
    progress.begin(
        STEP,
        config.left().name()
            + " "
            + config.condition().predicate().word()
            + " "
            + config.right().name());
    config.crs().notes().forEach(progress::note);
    long start = System.nanoTime();
    JoinKind kind = config.options().kind();
    JoinTally tally = new JoinTally();
    if (config.out().isPresent()) {
      long written = write(config.out().get(), tally);
      progress.done(STEP, config.out().get().toString(), written, seconds(start));
    }
    boolean counted = kind.withRight() && config.classes().isEmpty() && config.out().isPresent();
    if (config.summary() && !counted) {
      tally = JoinTally.of(join(JoinKind.INNER, false), area());
    }
    JoinSummary summary =
        new JoinSummary(
            left.account().rows(),
            right.account().rows(),
            tally.pairs(),
            tally.leftMatched(),
            tally.rightMatched(),
            tally.area());
    progress.done(STEP, "left rows joined", summary.leftRows(), seconds(start));
    left.account().notes(config.left().name()).forEach(progress::note);
    right.account().notes(config.right().name()).forEach(progress::note);
    return summary;
  }

  /**
   * The pairs as a dataset: left fields, right fields, measures, and {@code geometry}, the left one
   * as WKB; or rows by class instead of pairs. Needs the functions of SQL.
   */
  public Dataset<Row> pairs() {
    config.crs().notes().forEach(progress::note);
    Dataset<Row> joined = config.classes().isEmpty() ? join(JoinKind.INNER, true) : byClass();
    Column geometry = functions.expr("coalesce(geometry, ST_Point(x, y))").as("geometry");
    return JoinLayer.of(config, joined.schema()).named(joined, geometry);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private Dataset<Row> join(JoinKind kind, boolean attributes) {
    JoinOptions options = options(kind);
    boolean rightAttributes = attributes && kind.withRight();
    return new SpatialJoin(config.condition(), options)
        .join(
            left.rows(spark, attributes ? config.left().fields() : List.of()),
            right.rows(spark, rightAttributes ? config.right().fields() : List.of()));
  }

  /** A row for each left row and class of its partners. */
  private Dataset<Row> byClass() {
    JoinClasses classes = config.classes().orElseThrow();
    Dataset<Row> rights = right.rows(spark, List.of(classes.field()));
    ClassOrder order = classes.order(config.right().name(), rights);
    return new ClassJoin(config.condition(), options(config.options().kind()), order)
        .join(left.rows(spark, config.left().fields()), rights);
  }

  private JoinOptions options(JoinKind kind) {
    JoinOptions given = config.options();
    return new JoinOptions(kind, given.measures(), strategy(given), given.broadcastBytes());
  }

  /** A right file that is small on disk needs no reading to know that it fits into memory. */
  private Strategy strategy(JoinOptions given) {
    long bytes = config.right().bytes();
    boolean small = bytes > 0 && bytes <= given.broadcastBytes();
    return given.strategy() == Strategy.AUTO && small ? Strategy.BROADCAST : given.strategy();
  }

  private long write(Path out, JoinTally tally) throws IOException {
    JoinKind kind = config.options().kind();
    Dataset<Row> joined = config.classes().isEmpty() ? join(kind, true) : byClass();
    List<Column> order = new ArrayList<>(List.of(functions.col("row")));
    if (config.classes().isPresent()) {
      order.add(functions.col(ClassJoin.RANK));
    } else if (kind.withRight()) {
      order.add(functions.col("right_row"));
    }
    return JoinLayer.of(config, joined.schema())
        .write(out, joined, order, left.account()::kinds, row -> count(row, tally));
  }

  private void count(Row row, JoinTally tally) {
    boolean pair = config.options().kind().withRight() && config.classes().isEmpty();
    if (!config.summary() || !pair) {
      return;
    }
    int right = row.schema().fieldIndex("right_row");
    if (!row.isNullAt(right)) {
      tally.add(row.getLong(0), row.getLong(right), area() ? row.<Double>getAs(AREA) : 0);
    }
  }

  private boolean area() {
    return config.options().measures().contains(Measure.AREA);
  }
}
