package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.job.export.ExportConfig;
import org.riskcensus.pipeline.job.export.ExportJob;
import org.riskcensus.pipeline.job.export.Exported;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census export}: one table, or part of it, to one file. */
@Command(
    name = "export",
    description = "Writes a table to a file; the extension decides the format.")
final class ExportCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(names = "--table", required = true, paramLabel = "T", description = "such as marts.zone")
  private String table = "";

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description = "condition on its columns, such as \"county_code = '370321'\"")
  private Optional<String> where = Optional.empty();

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "release of that census year (default: all rows as they are now)")
  private @Nullable Integer year;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:N",
      description = "reference system of the file (default: ${DEFAULT-VALUE}, CGCS2000)")
  private String crs = ExportConfig.LAKE_CRS;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = ".gpkg .shp .geojson .parquet .fgb .csv .xlsx")
  private Path out = Path.of("");

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "language of the legend of the style (default: ${DEFAULT-VALUE})")
  private String language = "zh";

  @Option(
      names = "--no-style",
      description =
          "without the style in the four colours that zones, levels and hazard areas come with")
  private boolean plain;

  @Option(
      names = "--public",
      description =
          "for publication 公开: withholds small counts of persons in townships and villages; of the"
              + " tables in methods/publication.yaml")
  private boolean forPublic;

  @Override
  public Integer call() throws IOException {
    Contracts contracts = Contracts.load();
    Problems problems = new Problems();
    ExportConfig config = config(problems);
    config.check(contracts, problems);
    problems.refuse();
    try (SparkSession spark = options.session()) {
      ExportJob job = new ExportJob(spark, contracts);
      Exported exported = forPublic ? job.runPublic(config) : job.run(config);
      options.out().printf("%s: %,d rows%n", out.toAbsolutePath(), exported.rows());
      exported
          .cutNames()
          .forEach(
              (field, name) ->
                  options
                      .progress()
                      .note("field " + field + " is called " + name + " in the file"));
    }
    return 0;
  }

  ExportConfig config(Problems problems) {
    Language spoken = Language.of(language, problems);
    return new ExportConfig(
        table,
        where,
        year == null ? OptionalInt.empty() : OptionalInt.of(year),
        crs,
        out,
        plain ? Optional.empty() : Optional.of(spoken));
  }
}
