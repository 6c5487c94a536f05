package org.riskcensus.formats.style;

import org.riskcensus.formats.map.MapColour;

/**
 * How one class is drawn.
 *
 * @param code value of the class field
 * @param label name in the legend
 */
public record ClassStyle(String code, String label, MapColour colour) {}
