package org.riskcensus.core.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One hazard inside one cell without overlaps: where areas overlap, the highest index wins. The
 * part of index v is {@code union(index ≥ v) − union(index > v)}, so nothing counts twice.
 *
 * @param layers disjoint parts, highest index first
 */
record LevelPartition(List<Layer> layers) {

  /**
   * A part where the hazard has one strength.
   *
   * @param index hazard index
   * @param level hazard level
   * @param part polygonal, not empty
   */
  record Layer(double index, int level, CellPart part) {}

  /** Partitions the parts of one hazard, or of several with the strongest in each place. */
  static LevelPartition of(List<HazardPart> parts) {
    SortedMap<Double, List<HazardPart>> byIndex =
        new TreeMap<>(java.util.Comparator.reverseOrder());
    for (HazardPart part : parts) {
      byIndex.computeIfAbsent(part.index(), key -> new ArrayList<>()).add(part);
    }
    List<Layer> layers = new ArrayList<>();
    CellPart covered = null;
    for (List<HazardPart> equal : byIndex.values()) {
      CellPart all = CellPart.union(equal.stream().map(HazardPart::part).toList());
      CellPart layer = covered == null ? all : all.subtract(covered);
      if (!layer.isEmpty()) {
        layers.add(new Layer(equal.get(0).index(), equal.get(0).level(), layer));
        covered =
            covered == null || all.covers(covered) ? all : CellPart.union(List.of(covered, all));
      }
    }
    return new LevelPartition(layers);
  }
}
