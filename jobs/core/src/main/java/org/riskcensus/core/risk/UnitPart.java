package org.riskcensus.core.risk;

/**
 * The part of an administrative unit, or of a whole county, inside a cell.
 *
 * @param code administrative code, 12 digits for a unit and 6 for a county
 * @param part polygonal part of the cell
 */
public record UnitPart(String code, CellPart part) {

  /** Six digits of the county that a code of a unit begins with. */
  static String county(String code) {
    return code.substring(0, 6);
  }

  /** Six digits of the county. */
  String county() {
    return county(code);
  }
}
