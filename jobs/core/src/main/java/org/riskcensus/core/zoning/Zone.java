package org.riskcensus.core.zoning;

import java.util.Comparator;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * A zone as it is published: {@code area = graded + merged + moved}.
 *
 * @param code its class
 * @param polygon in the analysis plane (m)
 * @param gradedArea of its cells that are graded in its class, m²
 * @param mergedArea of smaller areas of other classes that were joined to it, m²
 * @param mergedParts number of those
 * @param units area before smoothing (m²) by administrative unit
 */
public record Zone(
    String code,
    Polygon polygon,
    double gradedArea,
    double mergedArea,
    int mergedParts,
    Map<String, Double> units) {

  /** By class, then from the largest to the smallest; never equal for two zones of a coverage. */
  static final Comparator<Zone> BY_CLASS_AND_SIZE =
      Comparator.comparing(Zone::code)
          .thenComparing(Comparator.comparingDouble(Zone::area).reversed())
          .thenComparing(zone -> zone.polygon().getEnvelopeInternal(), Zone::lowerLeft)
          .thenComparing((a, b) -> a.polygon().compareTo(b.polygon()));

  private static int lowerLeft(Envelope a, Envelope b) {
    int byX = Double.compare(a.getMinX(), b.getMinX());
    return byX != 0 ? byX : Double.compare(a.getMinY(), b.getMinY());
  }

  /** Area in the analysis plane, m². */
  public double area() {
    return polygon.getArea();
  }

  /** What smoothing its border added to it, negative where it took, m². */
  public double movedArea() {
    return area() - gradedArea - mergedArea;
  }

  Zone with(Polygon smoothed) {
    return new Zone(code, smoothed, gradedArea, mergedArea, mergedParts, units);
  }
}
