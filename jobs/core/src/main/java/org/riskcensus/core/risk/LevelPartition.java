package org.riskcensus.core.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  /** Lays weaker parts around the union of the stronger ones; what lies under it is not asked. */
  private static final class Builder {
    private final List<Layer> layers = new ArrayList<>();

    /** The stronger parts, not yet united: most cells have one strength and need no union. */
    private List<CellPart> taken = List.of();

    void add(List<HazardPart> equal) {
      if (taken.size() > 1) {
        taken = List.of(united());
      }
      List<CellPart> open = equal.stream().map(HazardPart::part).filter(this::isOpen).toList();
      if (open.isEmpty()) {
        return;
      }
      CellPart all = CellPart.union(open);
      CellPart layer = all;
      for (CellPart stronger : taken) {
        layer = layer.subtract(stronger);
      }
      if (!layer.isEmpty()) {
        layers.add(new Layer(equal.get(0).index(), equal.get(0).level(), layer));
        taken = Stream.concat(taken.stream(), Stream.of(all)).toList();
      }
    }

    /** Weaker areas mostly hold the stronger ones, which spares the overlay. */
    private CellPart united() {
      CellPart weakest = taken.get(taken.size() - 1);
      boolean holds = taken.stream().limit(taken.size() - 1L).allMatch(weakest::covers);
      return holds ? weakest : CellPart.union(taken);
    }

    private boolean isOpen(CellPart part) {
      return taken.stream().noneMatch(stronger -> stronger.covers(part));
    }
  }
}
