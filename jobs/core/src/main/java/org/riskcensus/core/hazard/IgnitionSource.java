package org.riskcensus.core.hazard;

import org.locationtech.jts.geom.Geometry;

/**
 * A place where fire may start.
 *
 * @param kind code of the kind, such as {@code grave}
 * @param geometry point, analysis plane
 */
public record IgnitionSource(String kind, Geometry geometry) {}
