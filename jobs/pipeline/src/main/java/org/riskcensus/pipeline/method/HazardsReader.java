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
import org.riskcensus.core.hazard.IgnitionRings;
import org.riskcensus.core.hazard.Influence;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.hazard.ReedFireMethod;
import org.riskcensus.core.weighting.Weighting;
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
  private static final List<String> FIRE_FACTORS =
      List.of("fuel", "dryness", "ignition", "cover", "history");

  /** A kind of method that the project has for one hazard. */
  private record OwnKind(
      List<String> tables,
      Function<MethodFile, List<String>> inputs,
      Function<MethodFile, HazardMethod> build) {

    OwnKind(List<String> tables, List<String> inputs, Function<MethodFile, HazardMethod> build) {
      this(tables, file -> inputs, build);
    }
  }

  private final SchemaFiles schemas;
  private final Problems problems;
  private final LevelBreaks breaks;
  private final Map<String, OwnKind> kinds =
      Map.of(
          "flood",
          new OwnKind(List.of("flood_extent"), FloodMethodReader::inputs, this::flood),
          "subsidence",
          new OwnKind(
              List.of("subsidence_zone"), List.of("rate_mm_a", "cumulative_mm"), this::subsidence),
          "reed_fire",
          new OwnKind(
              List.of("reed_wetland", "ignition_source"),
              List.of("fuel_load_t_ha", "moisture_pct", "open_water_pct", "fires_10a"),
              this::reedFire),
          "geohazard",
          new OwnKind(
              List.of("geohazard_point"),
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
      file.problem("'table' goes with 'kind: criteria'; here it is always " + kind.tables().get(0));
    }
    return file.build(() -> kind.build().apply(file))
        .map(
            method ->
                new AssessedHazard(
                    hazard.code(), hazard.zh(), kind.tables(), kind.inputs().apply(file), method));
  }

  private HazardMethod flood(MethodFile file) {
    int zoneClasses = CodeList.read(schemas, "flood_zone_class", problems).entries().size();
    return FloodMethodReader.read(file, zoneClasses, breaks);
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
    return new ReedFireMethod(
        fireWeights(WeightsReader.read(file.value("weights"), FIRE_FACTORS, false)),
        MethodFile.range(file.value("fuel_load_t_ha")),
        MethodFile.range(file.value("moisture_pct")),
        MethodFile.range(file.value("fires_10a")),
        new IgnitionRings(
            file.numbers("ring_distances_m"),
            file.numbers("ring_scores"),
            file.share("beyond_score"),
            file.table("ignition_weights")),
        new ReedFireMethod.Belt(file.number("belt_width_m"), file.share("belt_factor")),
        breaks);
  }

  private static ReedFireMethod.Weights fireWeights(Weighting weighting) {
    List<Double> weights = List.copyOf(weighting.weights().values());
    return new ReedFireMethod.Weights(
        weights.get(0), weights.get(1), weights.get(2), weights.get(3), weights.get(4));
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
