package org.riskcensus.core.hazard;

import org.locationtech.jts.geom.Geometry;

/**
 * A mapped flood extent.
 *
 * @param objectId id in the survey
 * @param countyCode six digits
 * @param geometry polygonal, analysis plane
 * @param depthMetres water depth that represents the extent
 * @param returnPeriodYears return period of the flood
 */
public record FloodExtent(
    String objectId,
    String countyCode,
    Geometry geometry,
    double depthMetres,
    int returnPeriodYears) {}
