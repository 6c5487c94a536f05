package org.riskcensus.core.zoning;

import java.io.Serializable;

/**
 * How far the borders between areas of different classes are smoothed.
 *
 * @param cellSides the square root of the area that may be cut off at a corner, in sides of an
 *     assessment cell; 0 keeps borders as the cells give them. The steps of a slanted border have
 *     corners of half a cell: above 0.71 (√½) they become slanted lines
 * @param exactBelow areas smaller than this (m²) keep their border as the cells give it, because a
 *     corner is a large part of them
 */
public record BorderTolerance(double cellSides, double exactBelow) implements Serializable {

  /** Borders stay as the cells give them. */
  public static final BorderTolerance NONE = new BorderTolerance(0, 0);

  /** Refuses negative numbers. */
  public BorderTolerance {
    if (!(cellSides >= 0) || !(exactBelow >= 0)) {
      throw new IllegalArgumentException(
          "a border tolerance must be 0 or more, got " + cellSides + " and " + exactBelow);
    }
  }
}
