package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.job.sql.SqlJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code census sql "SELECT ..."}: Spark SQL over the lake. */
@Command(
    name = "sql",
    description = {
      "Runs Spark SQL over the lake, with spatial functions under their OGC names.",
      "A release is read by its tag: SELECT * FROM marts.zone VERSION AS OF 'census-2024'"
    })
final class SqlCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Parameters(paramLabel = "SELECT ...", description = "one statement")
  private String statement = "";

  @Option(names = "--csv", description = "all rows as CSV instead of a table of the first ones")
  private boolean csv;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "rows of the table (default: ${DEFAULT-VALUE})")
  private int rows = 100;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = options.session()) {
      Dataset<Row> result = SqlJob.query(spark, statement);
      if (csv) {
        SqlJob.writeCsv(result, options.out());
      } else {
        SqlJob.show(result, rows);
      }
    }
    return 0;
  }
}
