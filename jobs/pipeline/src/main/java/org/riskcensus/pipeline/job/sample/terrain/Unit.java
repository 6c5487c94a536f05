package org.riskcensus.pipeline.job.sample.terrain;

import org.locationtech.jts.geom.Polygon;

/**
 * An administrative unit.
 *
 * @param code twelve digits
 * @param name of the unit
 * @param level of the unit
 * @param parent code of the unit above; the county's is the city's
 * @param shape in the county's map plane
 */
public record Unit(String code, String name, Level level, String parent, Polygon shape) {

  /** The levels, from the county down. */
  public enum Level {
    COUNTY("county", "县级"),
    TOWNSHIP("township", "乡级"),
    VILLAGE("village", "村级");

    private final String code;
    private final String label;

    Level(String code, String label) {
      this.code = code;
      this.label = label;
    }

    /** Code of the list {@code admin_level}. */
    public String code() {
      return code;
    }

    /** Chinese name. */
    public String label() {
      return label;
    }
  }
}
