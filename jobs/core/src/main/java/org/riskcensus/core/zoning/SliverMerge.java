package org.riskcensus.core.zoning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Polygon;

/**
 * Joins areas below the minimum of their class to the neighbour with the longest shared border
 * (消除碎斑), the smallest first; what then adjoins in one class becomes one area. Of equally long
 * borders the larger neighbour wins, then the one that comes first.
 *
 * <p>An area without a neighbour stays, whatever its size: nothing is dropped. So does an area of a
 * risk level whose only neighbours are out of the hazard's reach: that would make a hazard vanish.
 */
final class SliverMerge {

  /** Class of places that a hazard does not reach; areas of risk are never joined to it. */
  static final String NOT_REACHED = "0";

  /** Areas that have become one, and what they share with the others. */
  private static final class Group {
    private final int number;
    private final String code;
    private final List<GradedArea> members = new ArrayList<>();
    private final Map<Integer, Double> borders;
    private double area;

    Group(int number, GradedArea member, Map<Integer, Double> borders) {
      this.number = number;
      this.code = member.code();
      this.borders = borders;
      this.area = member.polygon().getArea();
      members.add(member);
    }
  }

  private final Map<Integer, Group> groups = new TreeMap<>();
  private final Generalisation rules;
  private final NavigableSet<Group> tooSmall =
      new TreeSet<>(
          Comparator.comparingDouble((Group group) -> group.area)
              .thenComparingInt(group -> group.number));

  private SliverMerge(List<GradedArea> areas, Generalisation rules) {
    this.rules = rules;
    List<Map<Integer, Double>> borders =
        SharedBorders.of(areas.stream().map(GradedArea::polygon).toList());
    for (int i = 0; i < areas.size(); i++) {
      Group group = new Group(i, areas.get(i), borders.get(i));
      groups.put(i, group);
      enqueue(group);
    }
  }

  /**
   * Joins the areas.
   *
   * @param areas a coverage in a fixed order, no two adjoining ones of the same class
   */
  static List<Zone> merge(List<GradedArea> areas, Generalisation rules) {
    SliverMerge merge = new SliverMerge(areas, rules);
    Group smallest = merge.tooSmall.pollFirst();
    while (smallest != null) {
      Group sliver = smallest;
      merge.neighbour(sliver).ifPresent(neighbour -> merge.join(sliver, neighbour));
      smallest = merge.tooSmall.pollFirst();
    }
    return merge.groups.values().stream().map(SliverMerge::zone).toList();
  }

  private void enqueue(Group group) {
    if (group.area < rules.minimumArea(group.code)) {
      tooSmall.add(group);
    }
  }

  private Optional<Group> neighbour(Group sliver) {
    return sliver.borders.keySet().stream()
        .map(this::group)
        .filter(group -> !group.code.equals(NOT_REACHED))
        .max(
            Comparator.comparingDouble(
                    (Group group) -> sliver.borders.getOrDefault(group.number, 0.0))
                .thenComparingDouble(group -> group.area)
                .thenComparing(group -> -group.number));
  }

  private Group group(int number) {
    Group group = groups.get(number);
    if (group == null) {
      throw new IllegalStateException("area " + number + " has been joined before");
    }
    return group;
  }

  private void join(Group sliver, Group neighbour) {
    tooSmall.remove(neighbour);
    absorb(neighbour, sliver);
    List<Group> sameClass =
        neighbour.borders.keySet().stream()
            .map(this::group)
            .filter(group -> group.code.equals(neighbour.code))
            .toList();
    for (Group group : sameClass) {
      tooSmall.remove(group);
      absorb(neighbour, group);
    }
    enqueue(neighbour);
  }

  private void absorb(Group into, Group other) {
    groups.remove(other.number);
    into.members.addAll(other.members);
    into.area += other.area;
    into.borders.remove(other.number);
    other.borders.forEach(
        (number, length) -> {
          if (number != into.number) {
            into.borders.merge(number, length, Double::sum);
            Group third = group(number);
            third.borders.remove(other.number);
            third.borders.merge(into.number, length, Double::sum);
          }
        });
  }

  private static Zone zone(Group group) {
    List<Polygon> joined =
        Dissolve.dissolve(group.members.stream().map(GradedArea::polygon).toList());
    if (joined.size() != 1) {
      throw new IllegalStateException("areas that share a border became " + joined.size());
    }
    double graded = 0;
    double merged = 0;
    int parts = 0;
    Map<String, Double> units = new TreeMap<>();
    for (GradedArea member : group.members) {
      boolean own = member.code().equals(group.code);
      graded += own ? member.polygon().getArea() : 0;
      merged += own ? 0 : member.polygon().getArea();
      parts += own ? 0 : 1;
      member.units().forEach((unit, area) -> units.merge(unit, area, Double::sum));
    }
    return new Zone(group.code, joined.get(0), graded, merged, parts, units);
  }
}
