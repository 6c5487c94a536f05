package org.riskcensus.pipeline.job.assess.change;

import java.util.Locale;

/**
 * What makes a level change, in the order in which the causes are let in: first the new data under
 * the old boundaries and method, then the new boundaries, then the new method with its breaks.
 */
enum Cause {
  DATA,
  BOUNDARY,
  METHOD;

  /** The name in tables. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
