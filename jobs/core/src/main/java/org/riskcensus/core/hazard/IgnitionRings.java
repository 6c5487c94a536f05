package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Rings of proximity around ignition sources. A ring scores {@code ring score × kind weight}; where
 * rings overlap the highest score wins, so the result is disjoint.
 *
 * @param distancesMetres outer radii of the rings, ascending
 * @param scores score of each ring, 0 to 1, falling outwards
 * @param beyondScore score farther away than the last ring
 * @param kindWeights weight of a kind of source, 0 to 1
 */
public record IgnitionRings(
    List<Double> distancesMetres,
    List<Double> scores,
    double beyondScore,
    Map<String, Double> kindWeights)
    implements Serializable {

  /**
   * A part of a wetland with one proximity score.
   *
   * @param score proximity, 0 to 1
   * @param geometry polygonal
   */
  record Ring(double score, Geometry geometry) {}

  /** Refuses rings that do not fall outwards. */
  public IgnitionRings {
    if (distancesMetres.size() != scores.size() || scores.isEmpty()) {
      throw new IllegalArgumentException("rings need one score a distance");
    }
    Ascending.require("ring distances", distancesMetres);
    List<Double> inwards = new ArrayList<>(scores);
    inwards.add(beyondScore);
    java.util.Collections.reverse(inwards);
    Ascending.require("ring scores from far to near", inwards);
  }

  /**
   * Splits {@code area} by proximity to {@code sources}, highest score first; the parts tile it.
   */
  List<Ring> split(Geometry area, List<IgnitionSource> sources) {
    List<Ring> rings = new ArrayList<>();
    Geometry rest = area;
    for (Map.Entry<Double, List<Geometry>> near : buffersByScore(area, sources).entrySet()) {
      Geometry zone = OverlayNGRobust.union(near.getValue());
      Geometry inside = Polygonal.of(overlay(rest, zone, OverlayNG.INTERSECTION));
      if (!inside.isEmpty()) {
        rings.add(new Ring(near.getKey(), inside));
        rest = Polygonal.of(overlay(rest, zone, OverlayNG.DIFFERENCE));
      }
    }
    if (!rest.isEmpty()) {
      rings.add(new Ring(beyondScore, rest));
    }
    return rings;
  }

  private SortedMap<Double, List<Geometry>> buffersByScore(
      Geometry area, List<IgnitionSource> sources) {
    SortedMap<Double, List<Geometry>> byScore = new TreeMap<>(java.util.Comparator.reverseOrder());
    for (IgnitionSource source : sources) {
      double weight = Named.get("ignition weight", kindWeights, source.kind());
      for (int i = 0; i < scores.size(); i++) {
        double score = Math.max(beyondScore, scores.get(i) * weight);
        if (score > beyondScore
            && source.geometry().isWithinDistance(area, distancesMetres.get(i))) {
          byScore
              .computeIfAbsent(score, key -> new ArrayList<>())
              .add(source.geometry().buffer(distancesMetres.get(i)));
        }
      }
    }
    return byScore;
  }

  private static Geometry overlay(Geometry a, Geometry b, int operation) {
    return OverlayNGRobust.overlay(a, b, operation);
  }
}
