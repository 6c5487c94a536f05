package org.riskcensus.core.hazard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * An area where a hazard acts with one strength. An object may give several areas (the rings of a
 * wetland); they do not overlap each other, whereas areas of different objects may.
 *
 * @param objectId the surveyed object
 * @param countyCode six digits, of the county that filed the object
 * @param geometry polygonal, in the analysis plane, metres
 * @param index hazard index, 0 to 1
 * @param level 1 to 4, 4 the highest; never falls when the index grows
 * @param danger danger grade of a geohazard point, 1 (small) to 4 (very large); 0 for other hazards
 * @param factors what the index follows from, by code and in the order of the method; empty where
 *     what was filed tells it
 */
public record HazardArea(
    String objectId,
    String countyCode,
    Geometry geometry,
    double index,
    int level,
    int danger,
    Map<String, Double> factors) {

  /** Copies the factors. */
  public HazardArea {
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
  }

  /** An area whose index follows from what was filed. */
  public HazardArea(
      String objectId, String countyCode, Geometry geometry, double index, int level, int danger) {
    this(objectId, countyCode, geometry, index, level, danger, Map.of());
  }
}
