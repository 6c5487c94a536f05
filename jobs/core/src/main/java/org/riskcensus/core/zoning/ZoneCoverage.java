package org.riskcensus.core.zoning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * The zones of one administrative unit and hazard from the areas of its classes: small areas are
 * joined to a neighbour, borders are smoothed, and the zones tile the unit as the areas did. The
 * order of the areas changes nothing.
 */
public final class ZoneCoverage {

  private static final Comparator<GradedArea> ANY_FIXED_ORDER =
      Comparator.comparing(GradedArea::code)
          .thenComparing((a, b) -> a.polygon().compareTo(b.polygon()));

  private ZoneCoverage() {}

  /**
   * The zones, by class and from large to small.
   *
   * @param areas a coverage, as {@link GradedAreas#of} gives them for each class
   * @param cellSide side of an assessment cell, m
   */
  public static List<Zone> of(List<GradedArea> areas, Generalisation rules, double cellSide) {
    List<GradedArea> ordered =
        areas.stream().map(ZoneCoverage::normal).sorted(ANY_FIXED_ORDER).toList();
    List<Zone> merged = SliverMerge.merge(ordered, rules);
    double tolerance = rules.borders().cellSides() * cellSide;
    if (tolerance == 0) {
      return merged.stream()
          .map(zone -> zone.with((Polygon) zone.polygon().norm()))
          .sorted(Zone.BY_CLASS_AND_SIZE)
          .toList();
    }
    double[] tolerances =
        merged.stream()
            .mapToDouble(zone -> zone.area() < rules.borders().exactBelow() ? 0 : tolerance)
            .toArray();
    List<Polygon> smooth =
        SmoothBorders.smooth(merged.stream().map(Zone::polygon).toList(), tolerances);
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < merged.size(); i++) {
      zones.add(merged.get(i).with(smooth.get(i)));
    }
    zones.sort(Zone.BY_CLASS_AND_SIZE);
    return zones;
  }

  private static GradedArea normal(GradedArea area) {
    return new GradedArea(area.code(), (Polygon) area.polygon().norm(), area.units());
  }
}
