package org.riskcensus.core.risk;

/**
 * The part of an exposed object inside a cell.
 *
 * @param exposure what it counts for
 * @param objectId the exposed object, unique over counties
 * @param density quantity per m² of a polygon, per m of a line, per point
 * @param part part of the cell
 */
public record ExposurePart(Exposure exposure, String objectId, double density, CellPart part) {}
