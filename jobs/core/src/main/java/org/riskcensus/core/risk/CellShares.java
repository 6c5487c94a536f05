package org.riskcensus.core.risk;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * One shape inside a cell shared out over units, and within them over hazard levels.
 *
 * <p>Points and lines that one unit has taken are taken away before the next is asked, and those
 * that a stronger level reaches are not those of a weaker one, so a road along a shared border, or
 * a point on it, belongs to exactly one: the unit with the lower code, the higher level. Polygons
 * need that only where units overlap, which is a defect of the boundaries; otherwise sharing a
 * border is sharing no area.
 *
 * @param inUnits the share of each unit that has one
 * @param outside what lies in no unit: area, length or number of points
 */
record CellShares(List<InUnit> inUnits, double outside) {

  /**
   * What a level has of a share.
   *
   * @param level hazard level
   * @param measure area, length or number of points
   */
  record InLevel(int level, double measure) {}

  /** What a unit has of the shape. */
  static final class InUnit {
    private final String unit;
    private final CellPart part;
    private final double measure;
    private final IdentityHashMap<LevelPartition, List<InLevel>> levels = new IdentityHashMap<>();

    InUnit(String unit, CellPart part) {
      this.unit = unit;
      this.part = part;
      this.measure = part.measure();
    }

    String unit() {
      return unit;
    }

    double measure() {
      return measure;
    }

    /** The shares of the levels of a hazard, worked out once. */
    List<InLevel> levels(LevelPartition partition) {
      return levels.computeIfAbsent(partition, this::takeLevels);
    }

    private List<InLevel> takeLevels(LevelPartition partition) {
      List<InLevel> taken = new ArrayList<>();
      partition.share(part, (layer, inside) -> taken.add(new InLevel(layer.level(), inside)));
      return taken;
    }
  }

  /**
   * Shares a shape out.
   *
   * @param shape points, lines or polygons
   * @param units in the order of their codes
   * @param overlapping whether units share area, as {@link #overlap} finds
   */
  static CellShares of(CellPart shape, List<UnitPart> units, boolean overlapping) {
    for (UnitPart unit : units) {
      if (unit.part().covers(shape)) {
        return new CellShares(List.of(new InUnit(unit.code(), shape)), 0);
      }
    }
    boolean apart = shape.isPolygonal() && !overlapping;
    List<InUnit> shares = new ArrayList<>();
    CellPart rest = shape;
    double left = shape.measure();
    for (UnitPart unit : units) {
      InUnit share = new InUnit(unit.code(), rest.intersect(unit.part()));
      if (share.measure() > 0) {
        shares.add(share);
        left -= share.measure();
        rest = apart ? rest : rest.subtract(unit.part());
      }
    }
    double outside = apart ? left : rest.measure();
    return new CellShares(shares, outside > CellPart.ROUNDING * shape.measure() ? outside : 0);
  }

  /** Whether units share area, a defect of the boundaries. */
  static boolean overlap(List<UnitPart> units) {
    if (units.size() < 2) {
      return false;
    }
    double sum = units.stream().mapToDouble(unit -> unit.part().measure()).sum();
    double union = CellPart.union(units.stream().map(UnitPart::part).toList()).measure();
    return sum > union * (1 + CellPart.ROUNDING);
  }
}
