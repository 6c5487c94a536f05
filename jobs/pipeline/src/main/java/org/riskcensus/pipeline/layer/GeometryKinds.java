package org.riskcensus.pipeline.layer;

import java.util.List;

/** Kinds of geometry as a set of bits, and the one kind of layer that holds them all. */
public final class GeometryKinds {

  private static final List<String> NAMES =
      List.of("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON");
  private static final int SINGLE = 3;
  private static final int OTHER = 1 << NAMES.size();

  private GeometryKinds() {}

  /** The bit of a kind by its name in JTS. */
  public static int bit(String geometryType) {
    String name =
        geometryType.toUpperCase(java.util.Locale.ROOT).replace("LINEARRING", "LINESTRING");
    int i = NAMES.indexOf(name);
    return i < 0 ? OTHER : 1 << i;
  }

  /** The OGC name of a layer for these kinds: multiples of one kind take the single ones in. */
  public static String layer(int kinds) {
    for (int i = 0; i < SINGLE; i++) {
      int multiple = 1 << (i + SINGLE);
      if (kinds == 1 << i) {
        return NAMES.get(i);
      }
      if (kinds == multiple || kinds == (multiple | 1 << i)) {
        return NAMES.get(i + SINGLE);
      }
    }
    return "GEOMETRY";
  }
}
