package org.riskcensus.pipeline.method;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.riskcensus.core.hazard.FloodMethod;
import org.riskcensus.core.hazard.GeohazardMethod;
import org.riskcensus.core.hazard.ReedFireMethod;
import org.riskcensus.core.hazard.SubsidenceMethod;
import org.riskcensus.core.risk.CapacityMethod;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.core.risk.RiskMethod;
import org.riskcensus.core.risk.VulnerabilityMethod;
import org.riskcensus.core.sensitivity.WeightVariation;
import org.riskcensus.core.zoning.ZoneRule;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.DefinitionException;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Every method of the assessment. Immutable and serializable, so that tasks compute with it.
 *
 * @param version name and version of each method file
 */
public record AssessmentMethods(
    String version,
    FloodMethod flood,
    SubsidenceMethod subsidence,
    ReedFireMethod reedFire,
    GeohazardMethod geohazard,
    ExposureMethod exposure,
    VulnerabilityMethod vulnerability,
    CapacityMethod capacity,
    RiskMethod risk,
    ZoneRule zoning,
    ZoneMapping mapping,
    WeightVariation variation,
    LevelScale scale)
    implements Serializable {

  /**
   * The files that decide risk, its levels and zones. All methods are kept with a release; only
   * these make it differ from another. {@code sensitivity.yaml} tells how firm grades are.
   */
  public static final List<String> DECIDING =
      Stream.of(
              "capacity",
              "chain",
              "comprehensive",
              "exposure",
              "flood",
              "geohazard",
              "level_scale",
              "levels",
              "reed_fire",
              "subsidence",
              "vulnerability",
              "zoning")
          .map(name -> "methods/" + name + ".yaml")
          .toList();

  /** The same methods with another way from indices to levels. */
  public AssessmentMethods with(RiskMethod other) {
    return new AssessmentMethods(
        version,
        flood,
        subsidence,
        reedFire,
        geohazard,
        exposure,
        vulnerability,
        capacity,
        other,
        zoning,
        mapping,
        variation,
        scale);
  }

  /** The same methods with another exposure. */
  public AssessmentMethods with(ExposureMethod other) {
    return new AssessmentMethods(
        version,
        flood,
        subsidence,
        reedFire,
        geohazard,
        other,
        vulnerability,
        capacity,
        risk,
        zoning,
        mapping,
        variation,
        scale);
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
