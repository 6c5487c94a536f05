package org.riskcensus.core.risk;

/**
 * The part of a hazard area inside a cell.
 *
 * @param hazard code of the hazard
 * @param objectId the surveyed object
 * @param index hazard index, 0 to 1
 * @param level hazard level, 1 to 4, a function of the index
 * @param danger danger grade, 0 where the hazard has none
 * @param part polygonal part of the cell
 */
public record HazardPart(
    String hazard, String objectId, double index, int level, int danger, CellPart part) {}
