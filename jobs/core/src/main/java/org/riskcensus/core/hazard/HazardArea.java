package org.riskcensus.core.hazard;

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
 */
public record HazardArea(
    String objectId, String countyCode, Geometry geometry, double index, int level, int danger) {}
