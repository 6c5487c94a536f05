package org.riskcensus.core.damage;

/**
 * The water an asset stands in.
 *
 * @param depthMetres depth, positive; 0 where it stays dry
 * @param share part of the asset that is under water, 0 to 1
 */
public record Inundation(double depthMetres, double share) {

  /** No water. */
  public static final Inundation DRY = new Inundation(0, 0);
}
