package org.riskcensus.pipeline.job.explain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chain from inputs to grade of one unit, as a release has it. Its JSON form has these names in
 * snake_case and is kept stable: fields are added, never renamed. Areas are m², indices 0 to 1;
 * null is what is not known or does not apply.
 *
 * @param unit the unit
 * @param release what it was read from
 * @param rules thresholds that turn indices into grades and zones
 * @param risks risk of each hazard asked for, the comprehensive one first
 * @param combination how hazards become the comprehensive risk; null where one hazard was asked for
 * @param indices exposure, vulnerability and capacity with their indicators
 * @param missing what is not known, and what that does
 * @param sources files behind the figures
 * @param objectTables for a hazard the staging table of its objects
 * @param susceptibility how prone the ground is; null where it was not asked for, or the release
 *     does not tell
 */
record Explanation(
    Unit unit,
    ReleaseOf release,
    Rules rules,
    List<Risk> risks,
    @Nullable Combination combination,
    List<Index> indices,
    List<Missing> missing,
    List<Source> sources,
    Map<String, String> objectTables,
    @Nullable Susceptibility susceptibility) {

  /**
   * A unit.
   *
   * @param code 12 digits
   * @param level code of its level
   */
  record Unit(String code, String name, String level, double areaM2) {
    /** Six digits of its county. */
    String county() {
      return code.substring(0, 6);
    }

    /** The unit whose vulnerability and capacity count for it: its township, or its county. */
    String township() {
      return code.substring(0, 9) + "000";
    }

    /** The digits that codes of all units within begin with. */
    String prefix() {
      return code.replaceAll("(0{6}|0{3})$", "");
    }
  }

  /** The release that was read. */
  record ReleaseOf(
      String tag,
      long number,
      String runId,
      String date,
      String title,
      boolean synthetic,
      String methodVersion,
      Map<String, Long> snapshots) {}

  /**
   * Thresholds.
   *
   * @param minUnitShare share of a unit that a level must cover to be its grade
   * @param lowCapacityBelow a capacity below this is low
   * @param graveDangerFrom lowest danger grade that is grave, 1 to 4
   * @param cellSideMetres side of the assessment cells; null where the release does not tell
   */
  record Rules(
      double minUnitShare,
      double lowCapacityBelow,
      int graveDangerFrom,
      @Nullable Double cellSideMetres) {}

  /**
   * Risk of one hazard, or of all.
   *
   * @param level grade of the unit, 1 the lowest
   * @param factors null for the comprehensive risk
   * @param breaks lowest risk index of each level but the first
   * @param areas area by level, class of zone and reason
   * @param hazardAreas union area by hazard level
   * @param objects largest objects of the hazard in the unit
   * @param otherObjects the rest, summed
   * @param exposure what lies in the hazard
   * @param stability how the grade depends on weights; null where the release does not tell
   * @param floodZones areas by class of the zoning degree of floods, the highest first
   */
  record Risk(
      String hazard,
      int level,
      double meanRiskIndex,
      double maxRiskIndex,
      double exposedPopulation,
      @Nullable Factors factors,
      List<Double> breaks,
      List<ClassArea> areas,
      List<HazardLevelArea> hazardAreas,
      List<HazardObject> objects,
      Rest otherObjects,
      List<Exposed> exposure,
      @Nullable Stability stability,
      List<FloodZone> floodZones) {

    /** The level that an index falls into: an index on a break belongs to the upper one. */
    int levelOf(double index) {
      return 1 + (int) breaks.stream().filter(from -> index >= from).count();
    }

    /** Area at a level or above. */
    double areaFrom(int least) {
      return areas.stream()
          .filter(area -> area.riskLevel() >= least)
          .mapToDouble(ClassArea::areaM2)
          .sum();
    }
  }

  /**
   * Susceptibility of the unit by the information values of its county.
   *
   * @param hazard whose points were counted
   * @param reason why the county has none; null where it has
   * @param meanValue mean information value of the unit, by area; null where no place has one
   * @param areas area and hazard points by class, from the highest
   * @param factors what classes of factors add to the mean, the greatest additions first
   */
  record Susceptibility(
      String hazard,
      @Nullable String reason,
      @Nullable Double meanValue,
      List<SusceptibleArea> areas,
      List<FactorPart> factors) {}

  /** Area and hazard points of a class of susceptibility. */
  record SusceptibleArea(String susceptibilityClass, double areaM2, long points) {}

  /** A class of a factor in a unit, and what it adds to the mean value. */
  record FactorPart(
      String factor,
      String factorClass,
      double areaM2,
      double informationValue,
      double contribution) {}

  /**
   * How often the grade stays when weights are varied.
   *
   * @param share largest relative change of a weight
   * @param runs random runs
   * @param keptShare share of them with the same grade
   * @param lowerShare share of them with a lower one
   * @param higherShare share of them with a higher one
   * @param decisive changes of one weight alone that change the grade
   */
  record Stability(
      double share,
      int runs,
      double keptShare,
      double lowerShare,
      double higherShare,
      List<WeightChange> decisive) {}

  /** One weight lowered or raised by the share, and the grade that comes of it. */
  record WeightChange(String component, String indicator, boolean raised, int level) {}

  /**
   * Mean risk = reach · hazard · exposure · vulnerability · (1 − capacity), each the mean where
   * those before act; null where nothing acts.
   */
  record Factors(
      double reach,
      @Nullable Double hazard,
      @Nullable Double exposure,
      @Nullable Double vulnerability,
      @Nullable Double capacity) {}

  /** Area of a risk level (0: not reached), class of zone, and reason. */
  record ClassArea(int riskLevel, String zoneClass, String zoneReason, double areaM2) {}

  /** Area of a class of flood zones with its mean zoning degree, the integral of depth in m. */
  record FloodZone(String zoneClass, double meanDegreeM, double areaM2) {}

  /** Area of a hazard level, counted once, and what overlapping objects would count twice. */
  record HazardLevelArea(int hazardLevel, double areaM2, double doubleCountedM2) {}

  /**
   * A surveyed object of a hazard.
   *
   * @param inputs the surveyed fields that its hazard index follows from
   * @param file file it was filed in, and its row there; null where the row cannot be found
   * @param factors what its greatest index follows from, by code; empty where the release or the
   *     method tells none
   */
  record HazardObject(
      String objectId,
      @Nullable String name,
      int hazardLevel,
      double hazardIndex,
      double areaM2,
      Map<String, @Nullable String> inputs,
      @Nullable String file,
      @Nullable Long rowNumber,
      Map<String, Double> factors) {}

  /** Objects that are only counted. */
  record Rest(int count, double areaM2) {}

  /** Quantity inside and outside a hazard. */
  record Exposed(String exposure, String unit, double inside, double outside) {}

  /**
   * How hazards are put together.
   *
   * @param rule weighted_sum or maximum
   * @param lossShare part of the weights that follows losses
   */
  record Combination(String rule, double lossShare, List<Member> members, List<Chain> chains) {}

  /**
   * A hazard in the comprehensive risk.
   *
   * @param risk mean risk of the hazard alone
   * @param chained the same with what disaster chains add
   * @param byLoss weight by its share in losses; null where losses say nothing of it
   * @param contribution weight times chained risk; null where the greatest risk counts
   */
  record Member(
      String hazard,
      double risk,
      double chained,
      @Nullable Double weight,
      @Nullable Double byExperts,
      @Nullable Double byLoss,
      @Nullable Double contribution) {}

  /** An edge of a disaster chain that acts in the county. */
  record Chain(String from, String to, double probability) {}

  /**
   * One factor that is the same for all hazards.
   *
   * @param component exposure, vulnerability or capacity
   * @param ofUnit the unit it belongs to: the township where the unit is a village
   * @param value sum of the contributions
   */
  record Index(String component, String ofUnit, double value, List<Indicator> indicators) {}

  /** An indicator with the range it was normalised by. */
  record Indicator(
      String indicator,
      @Nullable Double rawValue,
      String rawUnit,
      @Nullable Double min,
      @Nullable Double max,
      boolean logarithmic,
      @Nullable Double normalised,
      @Nullable Double weight,
      @Nullable Double contribution,
      @Nullable String missingReason) {}

  /**
   * What is not known.
   *
   * @param kind hazard, indicator, input, rows
   * @param subject code of the hazard or indicator, field or table
   * @param state code of {@link MissingState}
   * @param count objects or rows concerned; null where that says nothing
   */
  record Missing(String kind, String subject, String state, @Nullable Long count) {}

  /**
   * A file behind the figures.
   *
   * @param rowsOfUnit rows that name the unit, or one within it, as theirs; others are taken by
   *     where they lie
   */
  record Source(
      String dataset,
      String file,
      String submissionId,
      long rowsRead,
      long rowsAccepted,
      long rowsQuarantined,
      long rowsDuplicate,
      long rowsOfUnit) {}
}
