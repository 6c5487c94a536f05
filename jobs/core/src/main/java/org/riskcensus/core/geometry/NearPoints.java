package org.riskcensus.core.geometry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Points of one neighbourhood in the order they come, each of which may have an earlier one close
 * by. Points at the very same place, of which real files have thousands, are kept once, so a place
 * they share costs nothing; the others are compared one by one, which suits the few a cell of some
 * metres can hold. Not thread-safe.
 *
 * @param <T> what a point stands for
 */
public final class NearPoints<T> {

  /**
   * An earlier point nearby.
   *
   * @param what what it stands for
   * @param place where it lies
   * @param metres how far away
   */
  public record Near<T>(T what, Coordinate place, double metres) {}

  private final double maxMetres;
  private final Map<Coordinate, T> first = new LinkedHashMap<>();

  /** Points count as close up to {@code maxMetres}, the distance itself included. */
  public NearPoints(double maxMetres) {
    this.maxMetres = maxMetres;
  }

  /** Adds a point; the earliest one close by, if there is one. */
  public Optional<Near<T>> add(T what, Coordinate place) {
    for (Map.Entry<Coordinate, T> earlier : first.entrySet()) {
      double metres = earlier.getKey().distance(place);
      if (metres <= maxMetres) {
        first.putIfAbsent(place, what);
        return Optional.of(new Near<>(earlier.getValue(), earlier.getKey(), metres));
      }
    }
    first.put(place, what);
    return Optional.empty();
  }
}
