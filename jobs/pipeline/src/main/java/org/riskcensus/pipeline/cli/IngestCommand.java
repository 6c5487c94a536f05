package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.read.SourceHeader;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.QualityTerms;
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
      "  census ingest --table building --file F.shp --charset GBK --crs EPSG:4548 --map"
          + " 结构类型=structure"
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

    @Option(
        names = "--source",
        description = "the source whose rows it takes the place of (default: file:NAME)")
    private @Nullable String source;

    @Option(
        names = "--county",
        description = "six-digit code of the county (default: that of the file's own codes)")
    private @Nullable String county;

    @Option(names = "--year", description = "census year (default: the newest in the lake)")
    private @Nullable Integer year;

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

    @ArgGroup(exclusive = false)
    private @Nullable WaiverOptions waivers;

    CensusDescription describe(int censusYear, Map<String, String> settings, Problems problems) {
      SourceSpec spec =
          new SourceSpec(file.toAbsolutePath().normalize().toString(), layer, charset, crs, reader);
      String id = sourceId(problems);
      SourceDescription unplaced =
          new SourceDescription(
              id, table, "", file.toString(), spec, columns, Map.of(), Map.of(), constants, 0);
      SourceDescription placed =
          county == null
              ? FiledCounty.place(unplaced, problems)
              : FiledCounty.place(unplaced, county, problems);
      return new CensusDescription(
          "command line",
          "files",
          "files",
          censusYear,
          LocalDate.of(censusYear, 12, 31),
          List.of(placed.county()),
          CellSizes.DEFAULT,
          share(settings, problems),
          waivers == null ? QualityTerms.NONE : waivers.terms(id, problems),
          false,
          List.of(placed));
    }

    private String sourceId(Problems problems) {
      String given = source;
      if (given == null) {
        return "file:" + file.getFileName();
      }
      if (given.isBlank()) {
        problems.add("census ingest --source", 0, "is empty: give the id of a source");
      }
      return given.strip();
    }

    private static double share(Map<String, String> settings, Problems problems) {
      String text = settings.getOrDefault("quality.max_quarantined_share", "1");
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        problems.add("--set quality.max_quarantined_share", 0, "'" + text + "' is no number");
        return 1;
      }
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
    int year = one.year == null ? newestYear(problems) : one.year;
    CensusDescription census = one.describe(year, options.settings(), problems);
    CensusRun run = CensusRun.check(census, Contracts.load(), problems, options.progress());
    try (SparkSession spark = options.session()) {
      run.executeFile(spark);
      SourceDescription source = census.sources().get(0);
      Summary.source(spark, year, source, options.out());
      SourceHeader.of(source.spec())
          .crs()
          .flatMap(crs -> CoordinateTransform.between(Crs.of(crs), Crs.CGCS2000).caveat())
          .ifPresent(caveat -> options.out().println("  " + caveat));
    }
    return 0;
  }

  /** The newest census year of the lake; 0, with the problem, where it has none. */
  private int newestYear(Problems problems) throws IOException {
    if (Files.isDirectory(options.directory())) {
      try (SparkSession spark = options.session()) {
        if (spark.catalog().tableExists("ops.submission")) {
          Row newest = spark.sql("SELECT max(census_year) FROM ops.submission").head();
          if (!newest.isNullAt(0)) {
            return newest.getInt(0);
          }
        }
      }
    }
    problems.add("census ingest", 0, "the lake has no census year yet: give --year");
    return 0;
  }
}
