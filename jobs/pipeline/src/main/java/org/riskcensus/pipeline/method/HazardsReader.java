package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.riskcensus.core.hazard.CriteriaMethod;
import org.riskcensus.core.hazard.Criterion;
import org.riskcensus.core.hazard.DangerThresholds;
import org.riskcensus.core.hazard.GeohazardMethod;
import org.riskcensus.core.hazard.HazardMethod;
import org.riskcensus.core.hazard.Influence;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Reads the method of every hazard of the code list, from the file of its name. {@code kind:
 * criteria} serves any hazard; where no kind is stated, it is the one that the project has for a
 * hazard of this name.
 */
final class HazardsReader {

  static final String KIND = "kind";
  static final String TABLE = "table";

  private static final String CRITERIA = "criteria";
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*");

  /** A kind of method that the project has for one hazard. */
  private record OwnKind(
      Function<MethodFile, List<String>> tables,
      Function<MethodFile, List<String>> inputs,
      Function<MethodFile, HazardMethod> build) {

    OwnKind(String table, List<String> inputs, Function<MethodFile, HazardMethod> build) {
      this(file -> List.of(table), file -> inputs, build);
    }
  }

  private final SchemaFiles schemas;
  private final Problems problems;
  private final LevelBreaks breaks;
  private final Map<String, OwnKind> kinds =
      Map.of(
          "flood",
          new OwnKind(file -> List.of("flood_extent"), FloodMethodReader::inputs, this::flood),
          "subsidence",
          new OwnKind("subsidence_zone", List.of("rate_mm_a", "cumulative_mm"), this::subsidence),
          "reed_fire",
          new OwnKind(ReedFireMethodReader::tables, ReedFireMethodReader::inputs, this::reedFire),
          "geohazard",
          new OwnKind(
              file -> List.of("geohazard_point", "geo_factor"),
              file ->
                  List.of(
                      "kind",
                      "scale_grade",
                      "trend",
                      "status",
                      "threatened_persons",
                      "threatened_property_wan"),
              this::geohazard));

  /**
   * A reader.
   *
   * @param breaks breaks of the hazard index, the same for all hazards
   */
  HazardsReader(SchemaFiles schemas, LevelBreaks breaks, Problems problems) {
    this.schemas = schemas;
    this.breaks = breaks;
    this.problems = problems;
  }

  /** The hazards in the order of the code list; {@code files} reads the method file of a name. */
  List<AssessedHazard> read(Function<String, MethodFile> files) {
    List<AssessedHazard> hazards = new ArrayList<>();
    for (CodeList.Entry hazard : AssessmentMethods.hazards(schemas, problems)) {
      if (!CODE.matcher(hazard.code()).matches()) {
        problem("'" + hazard.code() + "': a code is small letters, digits and _");
      } else if (schemas.paths().contains(AssessmentMethods.path(hazard.code()))) {
        hazard(hazard, files.apply(hazard.code())).ifPresent(hazards::add);
      } else {
        problem(
            "'%s' is a hazard, so %s has to say how it is assessed; there is no such file"
                .formatted(hazard.code(), AssessmentMethods.path(hazard.code())));
      }
    }
    return List.copyOf(hazards);
  }

  private void problem(String message) {
    problems.add(schemas.place(CodeList.HAZARDS), 0, message);
  }

  private Optional<AssessedHazard> hazard(CodeList.Entry hazard, MethodFile file) {
    Optional<String> stated = file.findText(KIND);
    if (stated.filter(CRITERIA::equals).isPresent()) {
      return new CriteriaReader(schemas, file, breaks).read(hazard);
    }
    OwnKind kind = kinds.get(hazard.code());
    if (kind == null || stated.isPresent()) {
      file.problem(
          "'kind: criteria' is wanted here, and 'table'; a method of another kind is only for %s"
              .formatted(kinds.keySet().stream().sorted().toList()));
      return Optional.empty();
    }
    if (file.findText(TABLE).isPresent()) {
      file.problem(
          "'table' goes with 'kind: criteria'; here it is always "
              + kind.tables().apply(file).get(0));
    }
    return file.build(() -> kind.build().apply(file))
        .map(
            method ->
                new AssessedHazard(
                    hazard.code(),
                    hazard.zh(),
                    kind.tables().apply(file),
                    kind.inputs().apply(file),
                    method));
  }

  private HazardMethod flood(MethodFile file) {
    return FloodMethodReader.read(file, codes("flood_zone_class").size(), breaks);
  }

  /** Subsidence 地面沉降: either criterion, the stronger wins. */
  private HazardMethod subsidence(MethodFile file) {
    return new CriteriaMethod(
        List.of(
            curve(file, "rate_mm_a", "rate_curve_mm_a"),
            curve(file, "cumulative_mm", "cumulative_curve_mm")),
        CriteriaMethod.Combination.STRONGEST,
        Influence.none(),
        breaks);
  }

  private static Criterion curve(MethodFile file, String column, String parameter) {
    return new Criterion(column, new Criterion.Measured(file.curve(parameter), false), 1, null);
  }

  private HazardMethod reedFire(MethodFile file) {
    return ReedFireMethodReader.read(file, this::codes, breaks);
  }

  private List<String> codes(String list) {
    return CodeList.read(schemas, list, problems).entries().stream()
        .map(CodeList.Entry::code)
        .toList();
  }

  private HazardMethod geohazard(MethodFile file) {
    return new GeohazardMethod(
        new DangerThresholds(file.numbers("danger_persons"), file.numbers("danger_property_wan")),
        file.numbers("grade_scores"),
        file.table("trend_factors"),
        file.share("unknown_trend_factor"),
        file.table("status_factors"),
        file.lists("radii_m"),
        breaks);
  }
}
