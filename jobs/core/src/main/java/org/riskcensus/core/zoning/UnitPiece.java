package org.riskcensus.core.zoning;

import org.locationtech.jts.geom.Geometry;

/**
 * The part of a county in one cell, in the analysis plane (m).
 *
 * @param unit administrative unit that most of it belongs to; empty where none was filed
 */
public record UnitPiece(String unit, Geometry shape) {}
