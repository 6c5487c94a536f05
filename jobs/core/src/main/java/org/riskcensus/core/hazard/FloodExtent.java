package org.riskcensus.core.hazard;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A mapped flood extent.
 *
 * @param objectId id in the survey
 * @param countyCode six digits
 * @param geometry polygonal, analysis plane
 * @param returnPeriodYears return period of the flood
 * @param depthMetres water depth that represents the extent
 * @param velocityMetresPerSecond greatest velocity; null where not reported
 * @param durationHours how long the water stands; null where not reported
 */
public record FloodExtent(
    String objectId,
    String countyCode,
    Geometry geometry,
    int returnPeriodYears,
    double depthMetres,
    @Nullable Double velocityMetresPerSecond,
    @Nullable Double durationHours) {}
