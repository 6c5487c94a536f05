package org.riskcensus.core.hazard;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Geohazard points 地质灾害隐患点: the index is {@code score(danger grade) × factor(trend) ×
 * factor(status)}; it acts inside a buffer around the point whose radius follows from kind and
 * scale. A status without a factor (relocated, written off) takes the point out of the hazard: the
 * threat is gone or nobody is left under it.
 *
 * @param danger thresholds of the danger grade
 * @param gradeScores score of the danger grades small to very large, never falling, 0 to 1
 * @param trendFactors factor of a trend code, 0 to 1
 * @param unknownTrendFactor factor where no trend was reported
 * @param statusFactors factor of a status code, 0 to 1; other codes are no hazard
 * @param radiiMetres for a kind code the radius at scale small to very large, metres of the plane
 * @param levels breaks of the index
 */
public record GeohazardMethod(
    DangerThresholds danger,
    List<Double> gradeScores,
    Map<String, Double> trendFactors,
    double unknownTrendFactor,
    Map<String, Double> statusFactors,
    Map<String, List<Double>> radiiMetres,
    LevelBreaks levels)
    implements HazardMethod {

  private static final int QUADRANT_SEGMENTS = 8;

  /** Refuses missing grades. */
  public GeohazardMethod {
    if (gradeScores.size() != DangerGrade.values().length) {
      throw new IllegalArgumentException("grade scores need four numbers, got " + gradeScores);
    }
    Ascending.require("grade scores", gradeScores);
    radiiMetres.forEach(
        (kind, radii) -> {
          if (radii.size() != DangerGrade.values().length) {
            throw new IllegalArgumentException("radii of " + kind + " need four numbers: " + radii);
          }
          Ascending.require("radii of " + kind, radii);
        });
  }

  /** The hazard index of a point whose status is a hazard; empty otherwise. */
  public Optional<Double> index(GeohazardPoint point) {
    Double status = statusFactors.get(point.status());
    if (status == null) {
      return Optional.empty();
    }
    double score = gradeScores.get(dangerOf(point).rank() - 1);
    return Optional.of(score * trendFactor(point) * status);
  }

  /** The area of influence of a point; empty when its status is no hazard. */
  public Optional<HazardArea> assess(GeohazardPoint point) {
    return index(point)
        .map(
            value ->
                new HazardArea(
                    point.objectId(),
                    point.countyCode(),
                    point.geometry().buffer(radius(point), QUADRANT_SEGMENTS),
                    value,
                    levels.levelOf(value),
                    dangerOf(point).rank()));
  }

  /** The least index that a point which is a hazard can have. */
  public double leastIndex() {
    double trend = Math.min(unknownTrendFactor, Collections.min(trendFactors.values()));
    return gradeScores.get(0) * trend * Collections.min(statusFactors.values());
  }

  private DangerGrade dangerOf(GeohazardPoint point) {
    return danger.grade(point.threatenedPersons(), point.threatenedPropertyWan());
  }

  private double trendFactor(GeohazardPoint point) {
    String trend = point.trend();
    return trend == null ? unknownTrendFactor : Named.get("trend factor", trendFactors, trend);
  }

  private double radius(GeohazardPoint point) {
    return Named.get("radius", radiiMetres, point.kind())
        .get(DangerGrade.of(point.scale()).rank() - 1);
  }
}
