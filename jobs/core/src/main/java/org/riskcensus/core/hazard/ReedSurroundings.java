package org.riskcensus.core.hazard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What lies around the wetlands of a county, in the analysis plane.
 *
 * @param sources ignition sources
 * @param roads roads that may reach a wetland; null where the county filed no road at all
 * @param stations fire stations; null where the county filed no rescue team at all
 */
public record ReedSurroundings(
    List<IgnitionSource> sources,
    @Nullable List<Geometry> roads,
    @Nullable List<Geometry> stations) {

  /** Only ignition sources; of roads and stations nothing is known. */
  public static ReedSurroundings of(List<IgnitionSource> sources) {
    return new ReedSurroundings(sources, null, null);
  }
}
