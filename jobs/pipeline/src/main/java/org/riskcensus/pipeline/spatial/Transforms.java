package org.riskcensus.pipeline.spatial;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;

/** Transforms already built in this process: building one takes longer than many rows. */
final class Transforms {

  private record Pair(Crs from, Crs to) {}

  private static final Map<Pair, CoordinateTransform> BUILT = new ConcurrentHashMap<>();

  private Transforms() {}

  static CoordinateTransform between(Crs from, Crs to) {
    return BUILT.computeIfAbsent(
        new Pair(from, to), pair -> CoordinateTransform.between(pair.from(), pair.to()));
  }
}
