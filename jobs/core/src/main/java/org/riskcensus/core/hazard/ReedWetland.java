package org.riskcensus.core.hazard;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A reed wetland 芦苇湿地.
 *
 * @param objectId id in the survey
 * @param countyCode six digits
 * @param geometry polygonal, analysis plane
 * @param fuelTonnesPerHectare fuel load; null where not reported
 * @param moisturePercent fuel moisture in the dry season; null where not reported
 * @param openWaterPercent share of open water, which breaks the fuel; null where not reported
 * @param firesInTenYears fires in ten years; null where not reported
 */
public record ReedWetland(
    String objectId,
    String countyCode,
    Geometry geometry,
    @Nullable Double fuelTonnesPerHectare,
    @Nullable Double moisturePercent,
    @Nullable Double openWaterPercent,
    @Nullable Double firesInTenYears) {}
