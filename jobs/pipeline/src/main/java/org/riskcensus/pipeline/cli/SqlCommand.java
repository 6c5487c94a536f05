package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.join.JoinConfig;
import org.riskcensus.pipeline.job.join.JoinJob;
import org.riskcensus.pipeline.job.join.JoinView;
import org.riskcensus.pipeline.job.sql.SqlJob;
import org.riskcensus.pipeline.lakehouse.Release;
import org.riskcensus.pipeline.lakehouse.ReleaseCatalog;
import org.riskcensus.pipeline.lakehouse.Releases;
import org.riskcensus.pipeline.spatial.SpatialFunctions;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code census sql "SELECT ..."}: Spark SQL over the lake. */
@Command(
    name = "sql",
    description = {
      "Runs Spark SQL over the lake, with spatial functions under their OGC names.",
      "All tables are read as of one published state: the newest, or that of --release"
          + " census-2024.",
      "One table of a release is read by its tag: SELECT * FROM marts.zone VERSION AS OF"
          + " 'census-2024'"
    })
final class SqlCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Parameters(paramLabel = "SELECT ...", description = "one statement")
  private String statement = "";

  @Option(names = "--csv", description = "all rows as CSV instead of a table of the first ones")
  private boolean csv;

  @Option(
      names = "--release",
      paramLabel = "TAG",
      description = "release that all tables are read from, such as census-2024")
  private Optional<String> release = Optional.empty();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "rows of the table (default: ${DEFAULT-VALUE})")
  private int rows = 100;

  @Option(
      names = "--join",
      paramLabel = "NAME=LEFT PREDICATE RIGHT",
      description =
          "a view of the pairs of a spatial join of two files or tables, made by the engine of"
              + " join; PREDICATE as there, with its number (dwithin:200, nearest:3) and measures"
              + " (intersects+area); by FIELD at the end for one row a left row and class")
  private List<String> joins = List.of();

  @Override
  public Integer call() throws IOException {
    Contracts contracts = Contracts.load();
    Map<String, JoinConfig> views = new TreeMap<>();
    for (String join : joins) {
      JoinView view = JoinView.of(join, options.settings());
      views.put(view.name(), JoinConfig.check(view.request(), contracts));
    }
    try (SparkSession spark = options.session()) {
      SpatialFunctions.register(spark);
      views.forEach(
          (name, config) ->
              new JoinJob(spark, config, options.progress()).pairs().createOrReplaceTempView(name));
      readOneState(spark);
      Dataset<Row> result = SqlJob.query(spark, statement);
      if (csv) {
        SqlJob.writeCsv(result, options.out());
      } else {
        SqlJob.show(result, rows);
      }
    }
    return 0;
  }

  private void readOneState(SparkSession spark) {
    Releases releases = Releases.of(spark);
    Optional<Release> state =
        release.isPresent() ? releases.find(release.get()) : releases.newest();
    if (release.isPresent() && state.isEmpty()) {
      Problems problems = new Problems();
      problems.add("--release " + release.get(), 0, "is no release; see SELECT * FROM ops.release");
      problems.refuse();
    }
    state.ifPresent(s -> ReleaseCatalog.use(spark, options.lake(options.directory()), s));
  }
}
