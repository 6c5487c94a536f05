package org.riskcensus.pipeline.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;

/** The closing table of a run: what was made, and where it is. */
final class Summary {

  private Summary() {}

  /**
   * Tables of a census year, its row account, and the files under a directory.
   *
   * @param out where the run has exported to; null where it has not exported
   */
  static void print(SparkSession spark, int year, @Nullable Path out, PrintWriter to) {
    to.printf(Locale.ROOT, "%nTables of census year %d:%n", year);
    for (TableContract mart : Contracts.load().list("marts")) {
      long rows = spark.table(mart.name()).where("census_year = " + year).count();
      if (rows > 0) {
        to.printf(Locale.ROOT, "  %-28s %-24s %,12d%n", mart.name(), mart.title(), rows);
      }
    }
    accounts(spark, year, to);
    if (out != null) {
      files(out, to);
    }
    to.flush();
  }

  /** The row account of a year's files in one line. */
  static void accounts(SparkSession spark, int year, PrintWriter to) {
    List<Row> totals =
        spark
            .table("ops.row_account")
            .where("scope = 'file' AND census_year = " + year)
            .selectExpr(
                "count(*)",
                "coalesce(sum(rows_read), 0)",
                "coalesce(sum(rows_accepted), 0)",
                "coalesce(sum(rows_quarantined), 0)",
                "coalesce(sum(rows_duplicate), 0)",
                "coalesce(bool_and(balanced), true)")
            .collectAsList();
    Row t = totals.get(0);
    to.printf(
        Locale.ROOT,
        "Rows of %d files: %,d read = %,d accepted + %,d quarantined + %,d duplicate (%s)%n",
        t.getLong(0),
        t.getLong(1),
        t.getLong(2),
        t.getLong(3),
        t.getLong(4),
        t.getBoolean(5) ? "balanced" : "NOT BALANCED");
    to.flush();
  }

  /** The row account of one source and what was found wrong with it, by rule. */
  static void source(SparkSession spark, int year, SourceDescription source, PrintWriter to) {
    Column own = col("census_year").equalTo(year).and(col("source_id").equalTo(source.id()));
    for (Row t : spark.table("ops.row_account").where(own).collectAsList()) {
      to.printf(
          Locale.ROOT,
          "%s → staging.%s: %,d read = %,d accepted + %,d quarantined + %,d duplicate (%s)%n",
          source.file(),
          source.dataset(),
          t.<Long>getAs("rows_read"),
          t.<Long>getAs("rows_accepted"),
          t.<Long>getAs("rows_quarantined"),
          t.<Long>getAs("rows_duplicate"),
          t.<Boolean>getAs("balanced") ? "balanced" : "NOT BALANCED");
      pixels(t, to);
    }
    List<Row> findings =
        spark
            .table("ops.finding")
            .where(own)
            .groupBy("rule", "severity")
            .agg(
                count(lit(1)),
                min_by(col("message_zh"), coalesce(col("row_number"), lit(0))),
                min(col("row_number")),
                count(col("waived_by")))
            .orderBy("severity", "rule")
            .collectAsList();
    for (Row f : findings) {
      to.printf(
          Locale.ROOT,
          "  %-8s %-20s %,8d  %s%s%s%n",
          f.getString(1),
          f.getString(0),
          f.getLong(2),
          f.getString(3),
          f.isNullAt(4) ? "" : " (row " + f.getLong(4) + ")",
          f.getLong(5) == 0 ? "" : ", " + f.getLong(5) + " waived 已豁免");
    }
    if (!findings.isEmpty()) {
      to.println(
          "  all of them: census sql \"SELECT * FROM ops.finding\"; rows kept out: ops.quarantine");
    }
    to.flush();
  }

  /** Of a raster: pixels without data are no rows, and are accounted for all the same. */
  private static void pixels(Row account, PrintWriter to) {
    Long all = account.getAs("pixels");
    if (all != null) {
      to.printf(
          Locale.ROOT,
          "  its %,d pixels 像元: %,d with a value, which are the rows read, %,d without data 无数据%n",
          all,
          all - account.<Long>getAs("pixels_empty"),
          account.<Long>getAs("pixels_empty"));
    }
  }

  private static void files(Path out, PrintWriter to) {
    try (Stream<Path> files = Files.walk(out)) {
      to.println("Files under " + out.toAbsolutePath() + ":");
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> to.println("  " + out.relativize(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("listing " + out, e);
    }
  }
}
