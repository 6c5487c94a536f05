package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.submission.RowTrace;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census trace}: from an object back to file and row. */
@Command(
    name = "trace",
    description = "Tells from which file and row an object comes, as filed, with its findings.")
final class TraceCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(names = "--table", required = true, description = "dataset, such as building")
  private String dataset = "";

  @Option(names = "--object", required = true, description = "object_id, or the code of a unit")
  private String object = "";

  @Option(names = "--year", required = true, description = "census year")
  private int year;

  @Override
  public Integer call() throws IOException {
    Problems problems = new Problems();
    Contracts contracts = Contracts.load();
    if (contracts.find("staging." + dataset).isEmpty()) {
      problems.add("census trace", 0, contracts.noDataset(dataset));
      problems.refuse();
    }
    try (SparkSession spark = options.session()) {
      List<String> lines = new RowTrace(spark, year, dataset).tell(object);
      if (lines.isEmpty()) {
        problems.add("census trace", 0, "no row of " + dataset + " in " + year + " is " + object);
        problems.refuse();
      }
      lines.forEach(options.out()::println);
      options.out().flush();
    }
    return 0;
  }
}
