package org.riskcensus.core.loss;

/**
 * What a loss field counts or measures; persons, rooms, households, heads and sites come in wholes.
 */
public enum LossMeasure {
  PERSONS(true),
  /** Entries of a list of persons; never summed. */
  LISTED(true),
  ROOMS(true),
  HOUSEHOLDS(true),
  HEADS(true),
  /** Reservoirs, schools, hospitals. */
  SITES(true),
  HECTARES(false),
  KILOMETRES(false),
  /** Ten thousand yuan 万元, nominal prices of the year. */
  WAN_CNY(false);

  private final boolean whole;

  LossMeasure(boolean whole) {
    this.whole = whole;
  }

  /** Whether only whole numbers make sense. */
  public boolean whole() {
    return whole;
  }
}
