package org.riskcensus.core.hazard;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A registered geological hazard point 地质灾害隐患点.
 *
 * @param objectId id in the survey
 * @param countyCode six digits
 * @param geometry point, analysis plane
 * @param kind code of the kind, such as {@code landslide}
 * @param scale code of the scale grade, {@code small} to {@code very_large}
 * @param trend code of the trend; null where not reported
 * @param status code of the status, such as {@code treated}
 * @param threatenedPersons persons threatened
 * @param threatenedPropertyWan property threatened, 10⁴ CNY
 */
public record GeohazardPoint(
    String objectId,
    String countyCode,
    Geometry geometry,
    String kind,
    String scale,
    @Nullable String trend,
    String status,
    double threatenedPersons,
    double threatenedPropertyWan) {}
