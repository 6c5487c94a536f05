package org.riskcensus.pipeline.job.report;

/**
 * Where and when a loss figure is of.
 *
 * @param unit 12-digit code
 * @param year the year, or the one a period ends in
 * @param kind kind of disaster, or {@link LossFigures#ALL}
 */
record Place(String unit, int year, String kind) {

  Place in(int otherYear) {
    return new Place(unit, otherYear, kind);
  }

  Place of(String otherKind) {
    return new Place(unit, year, otherKind);
  }
}
