package org.riskcensus.core.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.riskcensus.core.hazard.FloodZoning;
import org.riskcensus.core.hazard.RiverDepths;

/**
 * Flood zoning inside one cell: the extents part what is flooded into regions of one depth by river
 * and return period, each of which has one zoning degree. The regions do not overlap, so nothing
 * counts twice. Extents nest, so there are few of them.
 */
public final class FloodCell {

  /**
   * What one class has of an area.
   *
   * @param zoneClass class of the zoning degree, 1 the lowest
   * @param degree mean zoning degree there, metres
   * @param area m²
   * @param part where it lies
   */
  public record Share(int zoneClass, double degree, double area, CellPart part) {}

  /**
   * What a cell has as a whole.
   *
   * @param zoneClass highest class that covers enough of it
   * @param degree mean zoning degree where it is flooded, metres
   * @param area of that, m²
   */
  public record Whole(int zoneClass, double degree, double area) {}

  /** Where all depths are the same. */
  private record Region(CellPart part, List<FloodPart> floods) {

    Region with(CellPart inside, FloodPart flood) {
      List<FloodPart> more = new ArrayList<>(floods);
      more.add(flood);
      return new Region(inside, more);
    }
  }

  /** A region with its degree. */
  private record Graded(CellPart part, double degree, int zoneClass) {}

  private final List<Graded> regions;

  private FloodCell(List<Graded> regions) {
    this.regions = regions;
  }

  /** The zoning of a cell with these floods, at least one. */
  public static FloodCell of(List<FloodPart> floods, FloodZoning zoning) {
    CellPart flooded = CellPart.union(floods.stream().map(FloodPart::part).toList());
    double least = CellPart.ROUNDING * flooded.measure();
    List<Region> regions = List.of(new Region(flooded, List.of()));
    for (FloodPart flood : floods.stream().sorted(FloodPart.ORDER).toList()) {
      regions = part(regions, flood, least);
    }
    return new FloodCell(regions.stream().map(region -> grade(region, zoning)).toList());
  }

  private static List<Region> part(List<Region> regions, FloodPart flood, double least) {
    List<Region> parted = new ArrayList<>();
    for (Region region : regions) {
      if (flood.part().covers(region.part())) {
        parted.add(region.with(region.part(), flood));
        continue;
      }
      CellPart inside = region.part().intersect(flood.part());
      if (inside.measure() <= least) {
        parted.add(region);
        continue;
      }
      parted.add(region.with(inside, flood));
      CellPart rest = region.part().subtract(flood.part());
      if (rest.measure() > least) {
        parted.add(new Region(rest, region.floods()));
      }
    }
    return parted;
  }

  private static Graded grade(Region region, FloodZoning zoning) {
    Map<String, RiverDepths> rivers = new TreeMap<>();
    for (FloodPart flood : region.floods()) {
      rivers
          .computeIfAbsent(flood.river(), river -> new RiverDepths(flood.mappedYears()))
          .reach(flood.years(), flood.depthMetres());
    }
    double degree = zoning.degree(rivers.values());
    return new Graded(region.part(), degree, zoning.classOf(degree));
  }

  /** What each class has of a unit, the highest first; only classes that have something. */
  public List<Share> in(UnitPart unit) {
    Map<Integer, List<Share>> byClass = new TreeMap<>(java.util.Comparator.reverseOrder());
    for (Graded region : regions) {
      CellPart inside = region.part().intersect(unit.part());
      if (inside.measure() > CellPart.ROUNDING * unit.part().measure()) {
        byClass
            .computeIfAbsent(region.zoneClass(), c -> new ArrayList<>())
            .add(new Share(region.zoneClass(), region.degree(), inside.measure(), inside));
      }
    }
    return byClass.values().stream().map(FloodCell::together).toList();
  }

  /**
   * What the cell has in a county: the highest class that covers, with those above, at least a
   * share of it. Empty where less than that is flooded.
   *
   * @param minShare share of the cell inside the county, 0 to 1
   */
  public Optional<Whole> of(UnitPart county, double minShare) {
    double needed = minShare * county.part().measure() * (1 - CellPart.ROUNDING);
    int zoneClass = 0;
    double area = 0;
    double sum = 0;
    for (Share share : in(county)) {
      area += share.area();
      sum += share.degree() * share.area();
      zoneClass = zoneClass == 0 && area >= needed ? share.zoneClass() : zoneClass;
    }
    return zoneClass == 0 ? Optional.empty() : Optional.of(new Whole(zoneClass, sum / area, area));
  }

  private static Share together(List<Share> shares) {
    double area = shares.stream().mapToDouble(Share::area).sum();
    double sum = shares.stream().mapToDouble(share -> share.degree() * share.area()).sum();
    CellPart part = CellPart.union(shares.stream().map(Share::part).toList());
    return new Share(shares.get(0).zoneClass(), sum / area, area, part);
  }
}
