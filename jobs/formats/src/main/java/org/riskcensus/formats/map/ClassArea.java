package org.riskcensus.formats.map;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * All of the county that is in one class, and its entry in the legend.
 *
 * @param name class name, such as 重点防治区
 * @param geometry polygons in CGCS2000 longitude and latitude; null when nothing is in the class
 * @param areaKm2 area on the ellipsoid or an equal-area plane, km²
 */
public record ClassArea(
    String name, MapColour colour, @Nullable Geometry geometry, double areaKm2) {}
