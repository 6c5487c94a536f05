package org.riskcensus.core.risk;

/**
 * Names of what risk is told of: the code of a hazard, or all hazards together. Which hazards there
 * are is data: a code list and a method for each.
 */
public final class RiskKind {

  /** How tables name the assessment of all hazards together (综合). */
  public static final String COMPREHENSIVE = "comprehensive";

  private RiskKind() {}
}
