package org.riskcensus.core.loss;

/** What a loss field counts or measures; persons, rooms, households and heads come in wholes. */
public enum LossMeasure {
  PERSONS(true),
  ROOMS(true),
  HOUSEHOLDS(true),
  HEADS(true),
  HECTARES(false),
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
