package org.riskcensus.core.finding;

/**
 * How grave a finding is. An {@code ERROR} keeps the row out of staging; a {@code WARNING} does
 * not.
 */
public enum Severity {
  ERROR,
  WARNING
}
