package org.riskcensus.pipeline.method;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.riskcensus.core.hazard.DangerGrade;
import org.riskcensus.core.hazard.DangerThresholds;
import org.riskcensus.core.hazard.FloodMethod;
import org.riskcensus.core.hazard.GeohazardMethod;
import org.riskcensus.core.hazard.IgnitionRings;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.hazard.ReedFireMethod;
import org.riskcensus.core.hazard.SubsidenceMethod;
import org.riskcensus.core.risk.VulnerabilityMethod;
import org.riskcensus.core.sensitivity.WeightVariation;
import org.riskcensus.core.weighting.Weighting;
import org.riskcensus.core.zoning.BorderTolerance;
import org.riskcensus.core.zoning.Generalisation;
import org.riskcensus.core.zoning.ZoneClass;
import org.riskcensus.core.zoning.ZoneRule;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

/** Builds the records of the core from the method files, one file a method. */
final class AssessmentMethodsReader {

  private static final Set<String> ZONES =
      Arrays.stream(ZoneClass.values()).map(ZoneClass::code).collect(toCollection(TreeSet::new));
  private static final List<String> FIRE_FACTORS =
      List.of("fuel", "dryness", "ignition", "cover", "history");

  private final SchemaFiles schemas;
  private final Problems problems;
  private final Map<String, MethodFile> files = new TreeMap<>();

  AssessmentMethodsReader(SchemaFiles schemas, Problems problems) {
    this.schemas = schemas;
    this.problems = problems;
  }

  Optional<AssessmentMethods> read() {
    MethodFile levels = file("levels");
    file("level_scale");
    LevelScale scale = LevelScale.read(schemas, problems);
    RiskMethodReader risks = new RiskMethodReader(schemas, scale.size(), problems);
    LevelBreaks breaks = risks.hazardLevels(levels);
    Optional<FloodMethod> flood = flood(breaks);
    Optional<SubsidenceMethod> subsidence = subsidence(breaks);
    Optional<ReedFireMethod> reedFire = reedFire(breaks);
    Optional<GeohazardMethod> geohazard = geohazard(breaks);
    var exposure = IndexMethods.exposure(file("exposure"));
    Optional<VulnerabilityMethod> vulnerability = vulnerability();
    var capacity = IndexMethods.capacity(file("capacity"));
    var risk = risks.read(levels, this::file);
    MethodFile zones = file("zoning");
    Optional<ZoneRule> zoning = zoning(zones, scale.size());
    Optional<ZoneMapping> mapping = mapping(zones, scale.size());
    Optional<WeightVariation> variation = variation(file("sensitivity"));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AssessmentMethods(
            files.values().stream().map(MethodFile::version).collect(Collectors.joining(" ")),
            flood.orElseThrow(),
            subsidence.orElseThrow(),
            reedFire.orElseThrow(),
            geohazard.orElseThrow(),
            exposure.orElseThrow(),
            vulnerability.orElseThrow(),
            capacity.orElseThrow(),
            risk.orElseThrow(),
            zoning.orElseThrow(),
            mapping.orElseThrow(),
            variation.orElseThrow(),
            scale));
  }

  private MethodFile file(String name) {
    MethodFile file = MethodFile.read(schemas, name, problems);
    files.put(name, file);
    return file;
  }

  private Optional<FloodMethod> flood(LevelBreaks breaks) {
    MethodFile file = file("flood");
    return file.build(
        () ->
            new FloodMethod(
                file.numbers("depth_breaks_m"),
                file.integers("return_periods_a"),
                file.matrix("index"),
                breaks));
  }

  private Optional<SubsidenceMethod> subsidence(LevelBreaks breaks) {
    MethodFile file = file("subsidence");
    return file.build(
        () ->
            new SubsidenceMethod(
                file.curve("rate_curve_mm_a"), file.curve("cumulative_curve_mm"), breaks));
  }

  private Optional<ReedFireMethod> reedFire(LevelBreaks breaks) {
    MethodFile file = file("reed_fire");
    return file.build(
        () ->
            new ReedFireMethod(
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
                breaks));
  }

  private static ReedFireMethod.Weights fireWeights(Weighting weighting) {
    List<Double> weights = List.copyOf(weighting.weights().values());
    return new ReedFireMethod.Weights(
        weights.get(0), weights.get(1), weights.get(2), weights.get(3), weights.get(4));
  }

  private Optional<GeohazardMethod> geohazard(LevelBreaks breaks) {
    MethodFile file = file("geohazard");
    return file.build(
        () ->
            new GeohazardMethod(
                new DangerThresholds(
                    file.numbers("danger_persons"), file.numbers("danger_property_wan")),
                file.numbers("grade_scores"),
                file.table("trend_factors"),
                file.share("unknown_trend_factor"),
                file.table("status_factors"),
                file.lists("radii_m"),
                breaks));
  }

  private Optional<VulnerabilityMethod> vulnerability() {
    MethodFile file = file("vulnerability");
    return file.build(
        () ->
            new VulnerabilityMethod(
                file.table("structure_scores"),
                file.numbers("age_scores"),
                file.integers("age_bounds_a"),
                file.share("unknown_age_score"),
                MethodFile.range(file.value("dependant_share")),
                WeightsReader.read(file.value("weights"), VulnerabilityMethod.INDICATORS, false),
                file.share("default_index")));
  }

  private static Optional<ZoneRule> zoning(MethodFile file, int levels) {
    return file.build(
        () ->
            new ZoneRule(
                file.share("low_capacity_below"),
                DangerGrade.of(file.value("grave_danger_from").text()).rank(),
                levels));
  }

  private static Optional<WeightVariation> variation(MethodFile file) {
    return file.build(
        () -> new WeightVariation(file.number("share"), file.integer("runs"), file.whole("seed")));
  }

  private static Optional<ZoneMapping> mapping(MethodFile file, int levels) {
    return file.build(
        () -> {
          BorderTolerance borders =
              new BorderTolerance(
                  file.number("border_tolerance_cells"), file.number("border_exact_below_m2"));
          Set<String> numbers =
              IntStream.rangeClosed(0, levels)
                  .mapToObj(String::valueOf)
                  .collect(toCollection(TreeSet::new));
          return new ZoneMapping(
              new Generalisation(minimum(file, "zone_minimum_m2", ZONES), borders),
              new Generalisation(minimum(file, "level_minimum_m2", numbers), borders));
        });
  }

  private static Map<String, Double> minimum(MethodFile file, String name, Set<String> classes) {
    Map<String, Double> areas = file.table(name);
    if (!areas.keySet().equals(classes)) {
      throw new IllegalArgumentException(
          name + " must name each of " + classes + ", got " + new TreeSet<>(areas.keySet()));
    }
    return areas;
  }
}
