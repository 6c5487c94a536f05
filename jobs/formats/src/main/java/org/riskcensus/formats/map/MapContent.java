package org.riskcensus.formats.map;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What the map shows, from bottom to top.
 *
 * @param county outline of the county, which the map is fitted to
 * @param areas classes in legend order; drawn under the boundaries
 * @param townships thin boundaries and labels
 * @param symbols points on top
 */
public record MapContent(
    Geometry county, List<ClassArea> areas, List<NamedArea> townships, List<SymbolLayer> symbols) {}
