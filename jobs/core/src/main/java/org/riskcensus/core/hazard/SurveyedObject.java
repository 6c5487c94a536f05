package org.riskcensus.core.hazard;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An object of any hazard with what was surveyed of it.
 *
 * @param objectId id in the survey
 * @param countyCode six digits
 * @param geometry of any kind, analysis plane
 * @param numbers values of numeric columns; a column that was not reported is absent
 * @param codes values of coded columns, likewise
 */
public record SurveyedObject(
    String objectId,
    String countyCode,
    Geometry geometry,
    Map<String, Double> numbers,
    Map<String, String> codes) {

  /** Copies the values. */
  public SurveyedObject {
    numbers = Map.copyOf(numbers);
    codes = Map.copyOf(codes);
  }

  Optional<Double> findNumber(String column) {
    @Nullable Double number = numbers.get(column);
    return Optional.ofNullable(number);
  }

  Optional<String> findCode(String column) {
    @Nullable String code = codes.get(column);
    return Optional.ofNullable(code);
  }
}
