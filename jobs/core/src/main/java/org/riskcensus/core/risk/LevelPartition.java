package org.riskcensus.core.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;

/**
 * One hazard inside one cell without overlaps: where areas overlap, the highest index wins. What
 * index v alone has is {@code union(index ≥ v)} less {@code union(index > v)}, so nothing counts
 * twice. As one union lies in the next, what is asked of a layer is a difference of two measures,
 * and its shape is never made.
 *
 * @param layers highest index first, each holding those before it
 */
record LevelPartition(List<Layer> layers) {

  /**
   * Where the hazard has at least some strength.
   *
   * @param index hazard index
   * @param level hazard level
   * @param reach polygonal: the union of all parts that are at least as strong
   */
  record Layer(double index, int level, CellPart reach) {}

  /** Partitions the parts of one hazard, or of several with the strongest in each place. */
  static LevelPartition of(List<HazardPart> parts) {
    SortedMap<Double, List<HazardPart>> byIndex = new TreeMap<>(Comparator.reverseOrder());
    for (HazardPart part : parts) {
      byIndex.computeIfAbsent(part.index(), key -> new ArrayList<>()).add(part);
    }
    List<Layer> layers = new ArrayList<>();
    for (List<HazardPart> equal : byIndex.values()) {
      reach(equal, layers)
          .ifPresent(
              reach -> layers.add(new Layer(equal.get(0).index(), equal.get(0).level(), reach)));
    }
    return new LevelPartition(List.copyOf(layers));
  }

  /** The union with the stronger layers; empty where these hold all that is added. */
  private static Optional<CellPart> reach(List<HazardPart> equal, List<Layer> stronger) {
    List<CellPart> parts = new ArrayList<>(equal.stream().map(HazardPart::part).toList());
    if (!stronger.isEmpty()) {
      CellPart taken = stronger.get(stronger.size() - 1).reach();
      parts.removeIf(taken::covers);
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      parts.add(taken);
    }
    return Optional.of(CellPart.union(parts));
  }

  /** The weakest layer, whose reach is all of the hazard; only where there is one. */
  Layer last() {
    return layers.get(layers.size() - 1);
  }

  /** Hands on each layer that has something of a part, and how much: area, length or points. */
  void share(CellPart part, ObjDoubleConsumer<Layer> shares) {
    double whole = part.measure();
    double taken = 0;
    for (Layer layer : layers) {
      double within = layer.reach().covers(part) ? whole : part.shared(layer.reach());
      if (within - taken > CellPart.ROUNDING * whole) {
        shares.accept(layer, within - taken);
        taken = within;
      }
      if (taken >= whole) {
        return;
      }
    }
  }

  /** The strongest layer that a part touches, borders included. */
  Optional<Layer> touching(CellPart part) {
    return layers.stream().filter(layer -> layer.reach().touches(part)).findFirst();
  }
}
