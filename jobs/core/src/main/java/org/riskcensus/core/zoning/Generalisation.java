package org.riskcensus.core.zoning;

import java.io.Serializable;
import java.util.Map;

/**
 * How zones are made fit for a map 制图综合: which areas are too small to be drawn, and how far borders
 * may be smoothed.
 *
 * @param minimumAreas smallest area of a class that stays (最小上图面积), m², by class; a class that is
 *     not named keeps every area
 * @param borders smoothing of the borders between areas
 */
public record Generalisation(Map<String, Double> minimumAreas, BorderTolerance borders)
    implements Serializable {

  /** Refuses negative areas. */
  public Generalisation {
    minimumAreas = Map.copyOf(minimumAreas);
    minimumAreas.forEach(
        (code, area) -> {
          if (!(area >= 0)) {
            throw new IllegalArgumentException(
                "the minimum area of " + code + " must be 0 m² or more, got " + area);
          }
        });
  }

  /** The same minimum areas with other borders. */
  public Generalisation withBorders(BorderTolerance other) {
    return new Generalisation(minimumAreas, other);
  }

  double minimumArea(String code) {
    return minimumAreas.getOrDefault(code, 0.0);
  }
}
