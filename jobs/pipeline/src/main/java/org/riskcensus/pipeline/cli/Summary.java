package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;

/** The closing table of a run: what was made, and where it is. */
final class Summary {

  private Summary() {}

  static void print(SparkSession spark, int year, Path out, PrintWriter to) {
    to.printf(Locale.ROOT, "%nTables of census year %d:%n", year);
    for (TableContract mart : Contracts.load().list("marts")) {
      long rows = spark.table(mart.name()).where("census_year = " + year).count();
      if (rows > 0) {
        to.printf(Locale.ROOT, "  %-28s %-24s %,12d%n", mart.name(), mart.title(), rows);
      }
    }
    accounts(spark, year, to);
    files(out, to);
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

  private static void files(Path out, PrintWriter to) {
    if (!Files.isDirectory(out)) {
      return;
    }
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
