package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.join.ClassRequest;
import org.riskcensus.pipeline.job.join.JoinConfig;
import org.riskcensus.pipeline.job.join.JoinJob;
import org.riskcensus.pipeline.job.join.JoinRequest;
import org.riskcensus.pipeline.job.join.JoinSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code census join}: the spatial join of any two files or tables. */
@Command(
    name = "join",
    description = {
      "Joins two files or tables by how their geometries lie to each other.",
      "A file is any that can be read, CSV with columns lon,lat or x,y or wkt among them; a table"
          + " is one of the lake, such as marts.zone. Gives the left fields, then the right ones."
    })
final class JoinCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  private final LayerOptions left = new LayerOptions("--left");
  private final LayerOptions right = new LayerOptions("--right");

  @Option(
      names = "--predicate",
      required = true,
      paramLabel = "P",
      description =
          "how left lies to right: intersects, contains, within, covers, coveredBy, overlaps,"
              + " touches, crosses, equals, dwithin (needs --distance), nearest, locate (each point"
              + " to exactly one area of a coverage)")
  private String predicate = "";

  @Option(names = "--distance", paramLabel = "METRES", description = "of dwithin, inclusive")
  private @Nullable Double distance;

  @Option(names = "--k", paramLabel = "K", description = "how many nearest (default: 1)")
  private @Nullable Integer k;

  @Option(
      names = "--how",
      paramLabel = "KIND",
      description = "inner, left, semi or anti (default: ${DEFAULT-VALUE})")
  private String how = "inner";

  @Option(names = "--area", description = "the same as --measure area")
  private boolean area;

  @Option(
      names = "--measure",
      paramLabel = "M",
      split = ",",
      description =
          "what a pair shares, one or more of area (overlap_area_m2), length (overlap_length_m,"
              + " of lines), shares (share_left, share_right: 0 to 1)")
  private List<String> measures = List.of();

  @Option(
      names = "--by-class",
      paramLabel = "FIELD",
      description =
          "a row for each left row and class of its partners instead of each pair: right_rows,"
              + " union_area_m2, union_length_m, share_left without double count, highest_area_m2,"
              + " highest_length_m where no higher class lies, highest_class")
  private @Nullable String classField;

  @Option(
      names = "--class-order",
      paramLabel = "C",
      split = ",",
      description =
          "classes from the highest, such as high,low, or a code list (zone_class), reverse:LIST"
              + " where its first entry is the lowest (default: by number, the largest first)")
  private List<String> classOrder = List.of();

  @Option(
      names = "--summary",
      description = "prints one CSV line of counts under its header: " + JoinSummary.HEADER)
  private boolean summary;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = ".gpkg .shp .geojson .parquet .fgb .csv .xlsx")
  private Optional<Path> out = Optional.empty();

  @Spec
  void layers(CommandSpec command) {
    left.addTo(command, "file or table");
    right.addTo(command, "file or table");
  }

  @Override
  public Integer call() throws IOException {
    JoinConfig config = JoinConfig.check(request(), Contracts.load());
    options.inSession(config.readsLake(), spark -> join(spark, config));
    return 0;
  }

  private void join(SparkSession spark, JoinConfig config) throws IOException {
    JoinSummary counts = new JoinJob(spark, config, options.progress()).run();
    if (summary) {
      options.out().println(JoinSummary.HEADER);
      options.out().println(counts.line());
    }
    options.out().flush();
  }

  private JoinRequest request() {
    List<String> measured = new ArrayList<>(measures);
    if (area) {
      measured.add("area");
    }
    return new JoinRequest(
        left.source(),
        right.source(),
        predicate,
        distance == null ? OptionalDouble.empty() : OptionalDouble.of(distance),
        k == null ? OptionalInt.empty() : OptionalInt.of(k),
        how,
        measured,
        classField == null && classOrder.isEmpty()
            ? Optional.empty()
            : Optional.of(new ClassRequest(classField == null ? "" : classField, classOrder)),
        summary,
        out,
        options.settings());
  }
}
