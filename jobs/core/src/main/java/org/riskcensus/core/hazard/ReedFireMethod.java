package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Reed-wetland fire 芦苇湿地火灾: {@code F = Σ wᵢ xᵢ / Σ wᵢ} over the {@link Factor}s that are known; one
 * that was not reported is left out with its weight. The wetland splits into rings of proximity to
 * ignition sources, and a belt around it may be reached by a spreading fire with a share of the
 * index that the wetland has away from all sources.
 *
 * @param weights weights of the factors that the method asks for
 * @param ranges ranges of what is measured
 * @param season how the dry season counts; null where the method does not ask
 * @param access how roads and stations count; null where the method does not ask
 * @param rings rings around ignition sources
 * @param belt the spread belt
 * @param levels breaks of the index
 */
public record ReedFireMethod(
    Map<Factor, Double> weights,
    Ranges ranges,
    @Nullable ReedSeason season,
    @Nullable FireAccess access,
    IgnitionRings rings,
    Belt belt,
    LevelBreaks levels)
    implements HazardMethod {

  /** What makes a reed fire likely or bad. */
  public enum Factor {
    /** Fuel load that stands through the dry season. */
    FUEL,
    /** How dry it is. */
    DRYNESS,
    /** Length of the dry season. */
    SEASON,
    /** Proximity to ignition sources. */
    IGNITION,
    /** Share without open water, as fire runs on. */
    COVER,
    /** Lack of ditches, cut strips and ways. */
    BREAKS,
    /** Share that fire engines do not reach from a road. */
    ACCESS,
    /** Distance of the nearest fire station. */
    RESPONSE,
    /** Fires of the last ten years. */
    HISTORY;

    /** What method files call it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Ranges that count 0 and 1.
   *
   * @param fuelTonnesPerHectare fuel load
   * @param moisturePercent moisture, a cost: wetter counts less
   * @param firesInTenYears number of fires
   * @param breakMetresPerHectare fire breaks, a cost; null where the method does not ask
   */
  public record Ranges(
      ReferenceRange fuelTonnesPerHectare,
      ReferenceRange moisturePercent,
      ReferenceRange firesInTenYears,
      @Nullable ReferenceRange breakMetresPerHectare)
      implements Serializable {}

  /**
   * The belt around a wetland that a fire may reach.
   *
   * @param widthMetres width, metres of the plane
   * @param factor share of the wetland's index, 0 to 1
   */
  public record Belt(double widthMetres, double factor) implements Serializable {}

  /** Copies the weights. */
  public ReedFireMethod {
    weights = Collections.unmodifiableMap(new EnumMap<>(weights));
  }

  /** The rings and the belt of a wetland with their factors; they do not overlap. */
  public List<HazardArea> assess(ReedWetland wetland, ReedSurroundings around) {
    Map<Factor, Double> known = known(wetland, around);
    List<HazardArea> areas = new ArrayList<>();
    for (IgnitionRings.Ring ring : rings.split(wetland.geometry(), around.sources())) {
      double index = index(known, ring.score());
      areas.add(area(wetland, ring.geometry(), index, factors(known, ring.score())));
    }
    Geometry reached = wetland.geometry().buffer(belt.widthMetres());
    areas.add(
        area(
            wetland,
            Polygonal.of(reached.difference(wetland.geometry())),
            belt.factor() * index(known, rings.beyondScore()),
            factors(known, rings.beyondScore())));
    return areas;
  }

  private static Map<String, Double> factors(Map<Factor, Double> known, double ignition) {
    Map<Factor, Double> all = new EnumMap<>(known);
    all.put(Factor.IGNITION, ignition);
    Map<String, Double> byCode = new LinkedHashMap<>();
    all.forEach((factor, value) -> byCode.put(factor.code(), value));
    return byCode;
  }

  /** The fire index where the proximity of ignition sources scores {@code ignition}. */
  double index(Map<Factor, Double> known, double ignition) {
    WeightedMean mean = new WeightedMean();
    mean.add(weights.getOrDefault(Factor.IGNITION, 0.0), ignition);
    known.forEach((factor, value) -> mean.add(weights.getOrDefault(factor, 0.0), value));
    return mean.value();
  }

  /** The factors of a wetland that are known, 0 to 1, but for ignition, which differs within it. */
  Map<Factor, Double> known(ReedWetland wetland, ReedSurroundings around) {
    Map<Factor, Double> known = new EnumMap<>(Factor.class);
    Double fuel = wetland.fuel().tonnesPerHectare();
    if (fuel != null) {
      known.put(Factor.FUEL, ranges.fuelTonnesPerHectare().normalise(fuel) * fuelShare(wetland));
    }
    Double moisture = wetland.fuel().moisturePercent();
    if (moisture != null) {
      known.put(Factor.DRYNESS, 1 - ranges.moisturePercent().normalise(moisture));
    }
    if (season != null && wetland.drySeason() != null) {
      known.put(Factor.SEASON, season.factor(wetland.drySeason()));
    }
    Double fires = wetland.firesInTenYears();
    if (fires != null) {
      known.put(Factor.HISTORY, ranges.firesInTenYears().normalise(fires));
    }
    spread(wetland, around, known);
    return known;
  }

  /** What lets a fire run, and keeps engines from it. */
  private void spread(ReedWetland wetland, ReedSurroundings around, Map<Factor, Double> known) {
    Double water = wetland.openWaterPercent();
    if (water != null) {
      known.put(Factor.COVER, 1 - water / 100);
    }
    Double breaks = wetland.breaksPerHectare();
    if (ranges.breakMetresPerHectare() != null && breaks != null) {
      known.put(Factor.BREAKS, 1 - ranges.breakMetresPerHectare().normalise(breaks));
    }
    if (access != null) {
      access
          .beyondRoads(wetland.geometry(), around.roads())
          .ifPresent(share -> known.put(Factor.ACCESS, share));
      access
          .stationFactor(wetland.geometry(), around.stations())
          .ifPresent(far -> known.put(Factor.RESPONSE, far));
    }
  }

  private double fuelShare(ReedWetland wetland) {
    return season == null ? 1 : season.fuelShare(wetland.drySeason(), wetland.fuel().harvest());
  }

  private HazardArea area(
      ReedWetland wetland, Geometry geometry, double index, Map<String, Double> factors) {
    return new HazardArea(
        wetland.objectId(),
        wetland.countyCode(),
        geometry,
        index,
        levels.levelOf(index),
        0,
        factors);
  }
}
