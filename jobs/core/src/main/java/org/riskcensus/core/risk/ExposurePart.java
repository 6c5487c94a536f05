package org.riskcensus.core.risk;

/**
 * The part of an exposed object inside a cell.
 *
 * @param exposure what it counts for
 * @param origin six digits of the county that filed it, which need not be where it lies
 * @param objectId the exposed object, unique within its county
 * @param density quantity per m² of a polygon, per m of a line, per point
 * @param part part of the cell
 */
public record ExposurePart(
    Exposure exposure, String origin, String objectId, double density, CellPart part) {}
