package org.riskcensus.pipeline.audit.check;

/**
 * How an object lies to the unit it claims, as filed and with the GCJ-02 offset taken back; only
 * where the two differ does it tell anything.
 */
public enum UnitFit {
  /** In its unit as filed, out of it when the offset is taken back. */
  ONLY_AS_FILED,
  /** Out of its unit as filed, in it when the offset is taken back. */
  ONLY_SHIFTED
}
