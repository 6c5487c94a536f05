package org.riskcensus.core.damage;

/**
 * What is taken for the loss of events more frequent than the first return period. Published tools
 * differ here, so the results say which was used.
 */
public enum BelowFirst {
  /** They cost nothing. */
  ZERO,

  /** They cost as much as the event of the first return period, up to one event a year. */
  CONSTANT
}
