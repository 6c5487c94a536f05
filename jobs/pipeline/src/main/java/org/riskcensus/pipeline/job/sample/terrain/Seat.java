package org.riskcensus.pipeline.job.sample.terrain;

/**
 * A township and where its seat lies, roughly.
 *
 * @param code nine digits
 * @param name of the township
 * @param eastKm east of the county's centre
 * @param northKm north of it
 */
public record Seat(String code, String name, double eastKm, double northKm) {

  /** Streets 街道 have codes 001–099; the others are towns and townships. */
  boolean isStreet() {
    return code.charAt(6) == '0';
  }
}
