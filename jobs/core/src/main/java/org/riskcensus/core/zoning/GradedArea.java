package org.riskcensus.core.zoning;

import java.util.Map;
import org.locationtech.jts.geom.Polygon;

/**
 * A connected area of one class, as the cells give it.
 *
 * @param code class of the area
 * @param polygon in the analysis plane (m)
 * @param units area (m²) by administrative unit
 */
public record GradedArea(String code, Polygon polygon, Map<String, Double> units) {}
