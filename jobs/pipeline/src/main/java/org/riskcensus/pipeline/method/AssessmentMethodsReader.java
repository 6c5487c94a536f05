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
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.risk.VulnerabilityMethod;
import org.riskcensus.core.sensitivity.WeightVariation;
import org.riskcensus.core.susceptibility.SusceptibilityMethod;
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
    RiskMethodReader risks = new RiskMethodReader(schemas, Math.max(2, scale.size()), problems);
    LevelBreaks breaks = risks.hazardLevels(levels);
    List<AssessedHazard> hazards =
        new HazardsReader(schemas, breaks, problems).read(this::hazardFile);
    var exposure = IndexMethods.exposure(file("exposure"));
    Optional<VulnerabilityMethod> vulnerability = vulnerability();
    var capacity = IndexMethods.capacity(file("capacity"));
    var risk = risks.read(levels, this::file);
    MethodFile zones = file("zoning");
    Optional<ZoneRule> zoning = zoning(zones, scale.size());
    Optional<ZoneMapping> mapping = mapping(zones, scale.size());
    Optional<WeightVariation> variation = variation(file("sensitivity"));
    Optional<SusceptibilityMethod> susceptibility =
        new SusceptibilityReader(file(SusceptibilityReader.NAME), schemas, problems)
            .read(hazards, mapping.map(map -> map.levels().borders()).orElse(BorderTolerance.NONE));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AssessmentMethods(
            files.values().stream().map(MethodFile::version).collect(Collectors.joining(" ")),
            hazards,
            exposure.orElseThrow(),
            vulnerability.orElseThrow(),
            capacity.orElseThrow(),
            risk.orElseThrow(),
            zoning.orElseThrow(),
            mapping.orElseThrow(),
            variation.orElseThrow(),
            scale,
            susceptibility.orElseThrow()));
  }

  private MethodFile file(String name) {
    return keep(name, MethodFile.read(schemas, name, problems));
  }

  private MethodFile hazardFile(String name) {
    return keep(
        name, MethodFile.read(schemas, name, problems, HazardsReader.KIND, HazardsReader.TABLE));
  }

  private MethodFile keep(String name, MethodFile file) {
    files.put(name, file);
    return file;
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
