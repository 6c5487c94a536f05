package org.riskcensus.formats.map;

import org.locationtech.jts.geom.Geometry;

/**
 * An administrative unit (乡镇) with its outline, CGCS2000 longitude and latitude.
 *
 * @param name as it is written on the map
 */
public record NamedArea(String name, Geometry outline) {}
