package org.riskcensus.core.risk;

/**
 * One thing found in a cell, flat, so that one pass over the cells feeds every table; which fields
 * mean something depends on the kind, the others are empty or 0.
 *
 * @param kind what was found
 * @param unit administrative code: of the unit, or the 6 digits of a county
 * @param hazard code of the hazard; empty for the total regardless of hazards
 * @param level hazard level
 * @param index hazard index
 * @param danger danger grade
 * @param subject code of the exposure, id of a hazard object or a touched one, or code of the main
 *     unit
 * @param quantity m², or the quantity of the exposure
 */
public record CellFact(
    Kind kind,
    String unit,
    String hazard,
    int level,
    double index,
    int danger,
    String subject,
    double quantity) {

  /** What was found. */
  public enum Kind {
    /** The cell in a county: its area there, and as subject the unit with the largest share. */
    COUNTY_CELL,
    /** Level, index and danger that a hazard gives the cell in a county, and the area it covers. */
    CELL_HAZARD,
    /** The area of the cell in a unit. */
    UNIT_CELL,
    /** The area of a hazard level in a unit, each place counted once. */
    UNIT_HAZARD,
    /** The area of one hazard object in a unit, before the union; the subject is its id. */
    UNIT_FEATURES,
    /** A divisible quantity in a unit: in a level, or in all when the hazard is empty. */
    UNIT_EXPOSURE,
    /** A divisible quantity that a county filed and that lies in some unit. */
    FILED_INSIDE,
    /** A divisible quantity that a county filed and that lies in no unit. */
    FILED_OUTSIDE,
    /** The highest level that an indivisible object touches; the unit is the county that filed. */
    TOUCH
  }

  static CellFact exposure(
      Kind kind, String unit, String hazard, int level, Exposure exposure, double quantity) {
    return new CellFact(kind, unit, hazard, level, 0, 0, exposure.code(), quantity);
  }

  static CellFact feature(String unit, HazardPart hazard, double area) {
    return new CellFact(
        Kind.UNIT_FEATURES,
        unit,
        hazard.hazard(),
        hazard.level(),
        hazard.index(),
        hazard.danger(),
        hazard.objectId(),
        area);
  }

  static CellFact area(Kind kind, String unit, String hazard, int level, double area) {
    return new CellFact(kind, unit, hazard, level, 0, 0, "", area);
  }
}
