package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Reed-wetland fire 芦苇湿地火灾: {@code F = Σ wᵢ xᵢ} of fuel load, dryness, proximity to ignition
 * sources, unbroken cover (the share without open water: fire runs and engines cannot pass) and
 * fire history; a factor that was not reported is left out with its weight. The wetland splits into
 * rings of proximity, and a belt around it may be reached by a spreading fire with a share of the
 * index that the wetland has away from all sources.
 *
 * @param weights weights of the five factors
 * @param fuelTonnesPerHectare range of the fuel load
 * @param moisturePercent range of the moisture, a cost: wetter counts less
 * @param firesInTenYears range of the number of fires
 * @param rings rings around ignition sources
 * @param belt the spread belt
 * @param levels breaks of the index
 */
public record ReedFireMethod(
    Weights weights,
    ReferenceRange fuelTonnesPerHectare,
    ReferenceRange moisturePercent,
    ReferenceRange firesInTenYears,
    IgnitionRings rings,
    Belt belt,
    LevelBreaks levels)
    implements HazardMethod {

  /**
   * Weights of the factors.
   *
   * @param fuel fuel load
   * @param dryness dryness
   * @param ignition proximity to ignition sources
   * @param cover unbroken cover
   * @param history fire history
   */
  public record Weights(double fuel, double dryness, double ignition, double cover, double history)
      implements Serializable {}

  /**
   * The belt around a wetland that a fire may reach.
   *
   * @param widthMetres width, metres of the plane
   * @param factor share of the wetland's index, 0 to 1
   */
  public record Belt(double widthMetres, double factor) implements Serializable {}

  /** The rings and the belt of a wetland; they do not overlap. */
  public List<HazardArea> assess(ReedWetland wetland, List<IgnitionSource> sources) {
    List<HazardArea> areas = new ArrayList<>();
    for (IgnitionRings.Ring ring : rings.split(wetland.geometry(), sources)) {
      areas.add(area(wetland, ring.geometry(), index(wetland, ring.score())));
    }
    Geometry around = wetland.geometry().buffer(belt.widthMetres());
    areas.add(
        area(
            wetland,
            Polygonal.of(around.difference(wetland.geometry())),
            belt.factor() * index(wetland, rings.beyondScore())));
    return areas;
  }

  /**
   * The fire index of a wetland where the proximity of ignition sources scores {@code ignition}.
   */
  double index(ReedWetland wetland, double ignition) {
    WeightedMean mean = new WeightedMean().add(weights.ignition(), ignition);
    Double fuel = wetland.fuelTonnesPerHectare();
    if (fuel != null) {
      mean.add(weights.fuel(), fuelTonnesPerHectare.normalise(fuel));
    }
    Double moisture = wetland.moisturePercent();
    if (moisture != null) {
      mean.add(weights.dryness(), 1 - moisturePercent.normalise(moisture));
    }
    Double water = wetland.openWaterPercent();
    if (water != null) {
      mean.add(weights.cover(), 1 - water / 100);
    }
    Double fires = wetland.firesInTenYears();
    if (fires != null) {
      mean.add(weights.history(), firesInTenYears.normalise(fires));
    }
    return mean.value();
  }

  private HazardArea area(ReedWetland wetland, Geometry geometry, double index) {
    return new HazardArea(
        wetland.objectId(), wetland.countyCode(), geometry, index, levels.levelOf(index), 0);
  }
}
