package org.riskcensus.formats.map;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Points drawn as one symbol.
 *
 * @param name legend entry
 * @param places CGCS2000 longitude and latitude
 */
public record SymbolLayer(String name, Symbol symbol, List<Coordinate> places) {

  /** Shapes that stay apart without colour. */
  public enum Symbol {
    TRIANGLE,
    CIRCLE,
    SQUARE,
    DIAMOND
  }
}
