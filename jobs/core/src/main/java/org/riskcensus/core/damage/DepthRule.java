package org.riskcensus.core.damage;

/** Which depth of a grid an asset is taken to stand in. */
public enum DepthRule {
  /** That of the cell which holds the centroid. */
  CENTROID,

  /** The mean of the cells touched that are wet; damage counts for the share of them that are. */
  MEAN,

  /** The greatest of the cells touched. */
  MAX
}
