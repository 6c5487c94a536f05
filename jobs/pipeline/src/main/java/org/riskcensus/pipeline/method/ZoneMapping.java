package org.riskcensus.pipeline.method;

import java.io.Serializable;
import org.riskcensus.core.zoning.Generalisation;

/**
 * How classed cells become areas on a map.
 *
 * @param zones for prevention zones
 * @param levels for areas of one risk level
 */
public record ZoneMapping(Generalisation zones, Generalisation levels) implements Serializable {}
