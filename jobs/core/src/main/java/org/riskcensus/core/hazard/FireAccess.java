package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How hard a wetland is to reach for fire engines: the share of it beyond the hoses' reach of every
 * road, and the way from the nearest fire station, as the crow flies.
 *
 * @param roadReachMetres how far from a road an engine works
 * @param roadGrades grades of the roads that it can leave
 * @param stationMetres range of the distance of the nearest fire station
 * @param stationKinds kinds of rescue teams that have engines
 */
public record FireAccess(
    double roadReachMetres,
    Set<String> roadGrades,
    ReferenceRange stationMetres,
    Set<String> stationKinds)
    implements Serializable {

  /** Copies the codes and refuses a reach of nothing. */
  public FireAccess {
    roadGrades = Set.copyOf(roadGrades);
    stationKinds = Set.copyOf(stationKinds);
    if (!(roadReachMetres > 0)) {
      throw new IllegalArgumentException("the reach of a road is above 0, got " + roadReachMetres);
    }
  }

  /** Share of an area out of reach of every road, 0 to 1; nothing when roads are not known. */
  OptionalDouble beyondRoads(Geometry area, @Nullable List<Geometry> roads) {
    if (roads == null) {
      return OptionalDouble.empty();
    }
    List<Geometry> reached =
        roads.stream()
            .filter(road -> road.isWithinDistance(area, roadReachMetres))
            .map(road -> road.buffer(roadReachMetres, Influence.QUADRANT_SEGMENTS))
            .toList();
    if (reached.isEmpty()) {
      return OptionalDouble.of(1);
    }
    Geometry within =
        OverlayNGRobust.overlay(area, OverlayNGRobust.union(reached), OverlayNG.INTERSECTION);
    return OptionalDouble.of(Math.max(0, 1 - within.getArea() / area.getArea()));
  }

  /** Distance of the nearest station in its range; nothing when stations are not known. */
  OptionalDouble stationFactor(Geometry area, @Nullable List<Geometry> stations) {
    return stations == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            stations.stream()
                .mapToDouble(area::distance)
                .map(stationMetres::normalise)
                .min()
                .orElse(1));
  }
}
