package org.riskcensus.core.geometry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Where polygons that should cover an area do not: what is left of one geometry when others are
 * taken from it, without the crumbs that rounding leaves. Plane coordinates in metres.
 *
 * @param minAreaM2 parts below are crumbs
 * @param minWidthM parts thinner on average are crumbs
 */
public record CoverageParts(double minAreaM2, double minWidthM) implements Serializable {

  /**
   * What was found.
   *
   * @param areaM2 of all parts together
   * @param parts their number
   * @param place a point inside the largest
   */
  public record Found(double areaM2, int parts, Coordinate place) {}

  /** The union of valid polygons that may overlap; most do not, which spares the overlay. */
  public static Geometry union(Collection<Geometry> polygons) {
    return Outline.find(polygons)
        .map(Geometry.class::cast)
        .orElseGet(() -> OverlayNGRobust.union(polygons));
  }

  /** The parts of {@code whole} outside {@code covered}; empty where there are none. */
  public Optional<Found> outside(Geometry whole, Geometry covered) {
    return found(OverlayNGRobust.overlay(whole, covered, OverlayNG.DIFFERENCE));
  }

  /** The parts that two polygons share. */
  public Optional<Found> shared(Geometry one, Geometry other) {
    return found(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
  }

  private Optional<Found> found(Geometry rest) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < rest.getNumGeometries(); i++) {
      if (rest.getGeometryN(i) instanceof Polygon part && counts(part)) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    double area = parts.stream().mapToDouble(Geometry::getArea).sum();
    Polygon largest =
        parts.stream().max(Comparator.comparingDouble(Geometry::getArea)).orElseThrow();
    return Optional.of(new Found(area, parts.size(), largest.getInteriorPoint().getCoordinate()));
  }

  private boolean counts(Polygon part) {
    return part.getArea() >= minAreaM2 && meanWidth(part) >= minWidthM;
  }

  /** Twice the area by the perimeter: the width of a long strip, half that of a square. */
  public static double meanWidth(Polygon polygon) {
    double perimeter = polygon.getLength();
    return perimeter == 0 ? 0 : 2 * polygon.getArea() / perimeter;
  }
}
