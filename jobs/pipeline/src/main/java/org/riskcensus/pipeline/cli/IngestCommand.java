package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code census ingest}: files to raw and staging, from a description or one file alone. */
@Command(
    name = "ingest",
    description = {
      "Ingests the files of a census description, or one file:",
      "  census ingest CENSUS.yaml",
      "  census ingest --table building --file F.shp --county 370321 --year 2025 --charset GBK"
    })
final class IngestCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Parameters(paramLabel = "CENSUS.yaml", arity = "0..1", description = "the census description")
  private Optional<Path> description = Optional.empty();

  @ArgGroup(exclusive = false, heading = "One file alone:%n")
  private @Nullable OneFile oneFile;

  /** The options that describe one file. */
  static final class OneFile {

    @Option(names = "--table", required = true, description = "dataset, such as building")
    private String table = "";

    @Option(names = "--file", required = true, description = "the file")
    private Path file = Path.of("");

    @Option(names = "--county", required = true, description = "six-digit code of the county")
    private String county = "";

    @Option(names = "--year", required = true, description = "census year")
    private int year;

    @Option(
        names = "--layer",
        description = "layer of a GeoPackage, sheet of a workbook, Shapefile in a .zip")
    private @Nullable String layer;

    @Option(names = "--charset", description = "charset of the text, such as GBK")
    private @Nullable String charset;

    @Option(names = "--crs", description = "reference system, such as EPSG:4548")
    private @Nullable String crs;

    @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "filed name to column")
    private Map<String, String> columns = new TreeMap<>();

    @Option(names = "--constant", paramLabel = "COLUMN=VALUE", description = "same for all rows")
    private Map<String, String> constants = new TreeMap<>();

    @Option(names = "--option", paramLabel = "KEY=VALUE", description = "reader option: x, y, ...")
    private Map<String, String> reader = new TreeMap<>();

    CensusDescription describe(Map<String, String> settings) {
      SourceSpec spec =
          new SourceSpec(file.toAbsolutePath().normalize().toString(), layer, charset, crs, reader);
      String id = "file:" + file.getFileName();
      SourceDescription source =
          new SourceDescription(
              id, table, county, file.toString(), spec, columns, Map.of(), Map.of(), constants, 0);
      double share =
          Double.parseDouble(settings.getOrDefault("quality.max_quarantined_share", "1"));
      return new CensusDescription(
          "command line",
          "files",
          "files",
          year,
          LocalDate.of(year, 12, 31),
          List.of(county),
          CensusDescription.DEFAULT_CELL_SIZE_METRES,
          share,
          false,
          List.of(source));
    }
  }

  @Override
  public Integer call() throws IOException {
    if (description.isPresent()) {
      return RunCommand.runStep(options, description.get(), Step.INGEST);
    }
    Problems problems = new Problems();
    OneFile one = oneFile;
    if (one == null) {
      problems.add("census ingest", 0, "give a census description, or --table and --file");
      problems.refuse();
      return ErrorReport.WRONG_INPUT;
    }
    CensusRun run =
        CensusRun.check(
            one.describe(options.settings()), Contracts.load(), problems, options.progress());
    try (SparkSession spark = options.session()) {
      run.executeFile(spark);
      Summary.accounts(spark, one.year, options.out());
    }
    return 0;
  }
}
