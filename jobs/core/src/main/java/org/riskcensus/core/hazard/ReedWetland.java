package org.riskcensus.core.hazard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A reed wetland 芦苇湿地, or a compartment of one.
 *
 * @param objectId id in the survey
 * @param countyCode six digits
 * @param geometry polygonal, analysis plane
 * @param fuel what burns
 * @param drySeason null where not reported, or not readable
 * @param openWaterPercent share of open water, which breaks the fuel; null where not reported
 * @param fireBreakMetres length of ditches, cut strips and ways in it; null where not reported
 * @param firesInTenYears fires in ten years; null where not reported
 */
public record ReedWetland(
    String objectId,
    String countyCode,
    Geometry geometry,
    Fuel fuel,
    @Nullable DrySeason drySeason,
    @Nullable Double openWaterPercent,
    @Nullable Double fireBreakMetres,
    @Nullable Double firesInTenYears) {

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  /**
   * What burns.
   *
   * @param tonnesPerHectare fuel load; null where not reported
   * @param moisturePercent its moisture in the dry season; null where not reported
   * @param harvest a day on which reed is cut, of any year; null where not reported
   */
  public record Fuel(
      @Nullable Double tonnesPerHectare,
      @Nullable Double moisturePercent,
      @Nullable LocalDate harvest) {}

  /** Fire breaks in metres per hectare; null where not reported. */
  @Nullable Double breaksPerHectare() {
    return fireBreakMetres == null
        ? null
        : fireBreakMetres * SQUARE_METRES_PER_HECTARE / geometry.getArea();
  }
}
