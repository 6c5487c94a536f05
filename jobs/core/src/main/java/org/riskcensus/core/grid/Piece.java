package org.riskcensus.core.grid;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What one cell holds of a geometry: the whole square (a core cell) or a part of the geometry.
 *
 * @param cell the cell (see {@link Cells})
 * @param core whether the geometry covers the whole square
 * @param part the geometry within the closed cell, of the dimension of the source; {@code null} for
 *     a core cell
 */
public record Piece(long cell, boolean core, @Nullable Geometry part) {

  /** Rejects a part beside {@code core}, and its absence without. */
  public Piece {
    if (core != (part == null)) {
      throw new IllegalArgumentException("a piece is either a core cell or has a part");
    }
  }

  /** A piece that is the whole square. */
  public static Piece core(long cell) {
    return new Piece(cell, true, null);
  }

  /** A piece that is a part of its cell. */
  public static Piece part(long cell, Geometry part) {
    return new Piece(cell, false, part);
  }

  /** The part, or the square of a core cell. */
  public Geometry shape() {
    return part == null ? Cells.square(cell) : part;
  }
}
