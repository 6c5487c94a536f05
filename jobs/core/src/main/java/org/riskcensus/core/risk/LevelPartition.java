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
    Builder builder = new Builder();
    byIndex.values().forEach(builder::add);
    return new LevelPartition(List.copyOf(builder.layers));
  }

  /** Lays weaker parts around the stronger ones; what lies under these needs no overlay. */
  private static final class Builder {
    private final List<Layer> layers = new ArrayList<>();
    private final List<CellPart> stronger = new ArrayList<>();

    void add(List<HazardPart> equal) {
      List<CellPart> open =
          equal.stream()
              .map(HazardPart::part)
              .filter(part -> stronger.stream().noneMatch(taken -> taken.covers(part)))
              .toList();
      if (open.isEmpty()) {
        return;
      }
      CellPart all = CellPart.union(open);
      CellPart layer = all;
      for (CellPart taken : stronger) {
        layer = layer.subtract(taken);
      }
      if (!layer.isEmpty()) {
        layers.add(new Layer(equal.get(0).index(), equal.get(0).level(), layer));
        stronger.removeIf(all::covers);
        stronger.add(all);
      }
    }
  }
}
