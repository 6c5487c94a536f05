package org.riskcensus.pipeline.method;

import java.io.Serializable;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.riskcensus.core.hazard.HazardMethod;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.risk.CapacityMethod;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.core.risk.RiskMethod;
import org.riskcensus.core.risk.VulnerabilityMethod;
import org.riskcensus.core.sensitivity.WeightVariation;
import org.riskcensus.core.susceptibility.SusceptibilityMethod;
import org.riskcensus.core.zoning.ZoneRule;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.DefinitionException;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Every method of the assessment. Immutable and serializable, so that tasks compute with it.
 *
 * @param version name and version of each method file
 * @param hazards what is assessed, in the order of the code list
 */
public record AssessmentMethods(
    String version,
    List<AssessedHazard> hazards,
    ExposureMethod exposure,
    VulnerabilityMethod vulnerability,
    CapacityMethod capacity,
    RiskMethod risk,
    ZoneRule zoning,
    ZoneMapping mapping,
    WeightVariation variation,
    LevelScale scale,
    SusceptibilityMethod susceptibility)
    implements Serializable {

  private static final List<String> OF_ALL_HAZARDS =
      List.of(
          "capacity",
          "chain",
          "comprehensive",
          "exposure",
          "level_scale",
          "levels",
          SusceptibilityReader.NAME,
          "vulnerability",
          "zoning");

  /** Refuses methods without a hazard. */
  public AssessmentMethods {
    hazards = List.copyOf(hazards);
    if (hazards.isEmpty()) {
      throw new IllegalArgumentException("there is no hazard to assess");
    }
  }

  /**
   * The files that decide risk, its levels and zones: those of every hazard, which hazards there
   * are, and the method of each. All methods are kept with a release; only these make it differ
   * from another. {@code sensitivity.yaml} tells how firm grades are.
   */
  public static List<String> deciding(SchemaFiles files) {
    Stream<String> each = hazards(files, new Problems()).stream().map(CodeList.Entry::code);
    return Stream.concat(
            Stream.of(CodeList.HAZARDS),
            Stream.concat(OF_ALL_HAZARDS.stream(), each).map(name -> path(name)))
        .sorted()
        .toList();
  }

  static String path(String method) {
    return "methods/" + method + ".yaml";
  }

  static List<CodeList.Entry> hazards(SchemaFiles files, Problems problems) {
    return CodeList.read(files, "hazard", problems).entries();
  }

  /**
   * The method of a hazard.
   *
   * @throws NoSuchElementException when it is not assessed
   */
  public HazardMethod hazard(String code) {
    return hazards.stream()
        .filter(hazard -> hazard.code().equals(code))
        .map(AssessedHazard::method)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no hazard " + code));
  }

  /** The breaks of the hazard index, the same for all hazards. */
  public LevelBreaks hazardLevels() {
    return hazards.get(0).method().levels();
  }

  /** The same methods with another way from indices to levels. */
  public AssessmentMethods with(RiskMethod other) {
    return new AssessmentMethods(
        version,
        hazards,
        exposure,
        vulnerability,
        capacity,
        other,
        zoning,
        mapping,
        variation,
        scale,
        susceptibility);
  }

  /** The same methods with another exposure. */
  public AssessmentMethods with(ExposureMethod other) {
    return new AssessmentMethods(
        version,
        hazards,
        other,
        vulnerability,
        capacity,
        risk,
        zoning,
        mapping,
        variation,
        scale,
        susceptibility);
  }

  /**
   * Reads the methods of the class path.
   *
   * @throws DefinitionException with every problem of every file
   */
  public static AssessmentMethods load() {
    return load(SchemaFiles.load());
  }

  /**
   * Reads the methods of {@code files}.
   *
   * @throws DefinitionException with every problem of every file
   */
  public static AssessmentMethods load(SchemaFiles files) {
    Problems problems = new Problems();
    Optional<AssessmentMethods> methods = read(files, problems);
    problems.refuse();
    return methods.orElseThrow();
  }

  /** Reads the methods and notes what is wrong; empty where anything is. */
  public static Optional<AssessmentMethods> read(SchemaFiles files, Problems problems) {
    return new AssessmentMethodsReader(files, problems).read();
  }
}
