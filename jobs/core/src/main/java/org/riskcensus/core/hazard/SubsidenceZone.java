package org.riskcensus.core.hazard;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A zone of land subsidence 地面沉降.
 *
 * @param objectId id in the survey
 * @param countyCode six digits
 * @param geometry polygonal, analysis plane
 * @param rateMillimetresPerYear subsidence rate, positive downwards; null where not reported
 * @param cumulativeMillimetres subsidence so far, positive downwards; null where not reported
 */
public record SubsidenceZone(
    String objectId,
    String countyCode,
    Geometry geometry,
    @Nullable Double rateMillimetresPerYear,
    @Nullable Double cumulativeMillimetres) {}
