package org.riskcensus.core.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.riskcensus.core.risk.CellFact.Kind;

/**
 * Splits the exposure of one cell over units and hazard levels.
 *
 * <p>A divisible object gives each unit the share of its area or length there, and each level its
 * share of that. What one unit or level has taken of a line or of points is taken away before the
 * next is asked, so a road along a shared border, or a point on it, belongs to exactly one (the
 * unit with the lower code, the higher level), and nothing is lost or counted twice. An indivisible
 * object reports the highest level it touches, borders included.
 */
final class ExposureSplit {

  private record Key(Kind kind, String unit, String hazard, int level, Exposure exposure)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::kind)
            .thenComparing(Key::unit)
            .thenComparing(Key::hazard)
            .thenComparingInt(Key::level)
            .thenComparing(Key::exposure);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** Share of a measure below which what is left over is rounding. */
  private static final double ROUNDING = 1e-9;

  private record Taken(int level, double measure) {}

  private final List<UnitPart> units;
  private final Map<String, LevelPartition> partitions;
  private final Consumer<CellFact> facts;
  private final Map<Key, Double> sums = new TreeMap<>();

  ExposureSplit(
      List<UnitPart> units, Map<String, LevelPartition> partitions, Consumer<CellFact> facts) {
    this.units = units;
    this.partitions = partitions;
    this.facts = facts;
  }

  /** Splits the objects in their order and hands on the sums of the cell. */
  void run(List<ExposurePart> exposures) {
    for (ExposurePart exposure : exposures) {
      if (exposure.exposure().divisible()) {
        divide(exposure);
      } else {
        touch(exposure);
      }
    }
    sums.forEach(
        (key, quantity) ->
            facts.accept(
                CellFact.exposure(
                    key.kind(), key.unit(), key.hazard(), key.level(), key.exposure(), quantity)));
  }

  private void divide(ExposurePart exposure) {
    CellPart rest = exposure.part();
    double whole = rest.measure();
    double left = whole;
    for (UnitPart unit : units) {
      CellPart inside = rest.intersect(unit.part());
      double measure = inside.measure();
      if (measure > 0) {
        add(Kind.UNIT_EXPOSURE, unit.code(), "", 0, exposure, measure);
        add(Kind.FILED_INSIDE, exposure.origin(), "", 0, exposure, measure);
        divide(exposure, unit, inside);
        rest = without(rest, unit.part());
        left -= measure;
      }
    }
    if (left > ROUNDING * whole) {
      add(Kind.FILED_OUTSIDE, exposure.origin(), "", 0, exposure, left);
    }
  }

  private void divide(ExposurePart exposure, UnitPart unit, CellPart inside) {
    IdentityHashMap<LevelPartition, List<Taken>> done = new IdentityHashMap<>();
    partitions.forEach(
        (hazard, partition) -> {
          for (Taken taken : done.computeIfAbsent(partition, p -> take(inside, p))) {
            add(Kind.UNIT_EXPOSURE, unit.code(), hazard, taken.level(), exposure, taken.measure());
          }
        });
  }

  private static List<Taken> take(CellPart inside, LevelPartition partition) {
    List<Taken> taken = new ArrayList<>();
    CellPart rest = inside;
    for (LevelPartition.Layer layer : partition.layers()) {
      double measure = rest.intersect(layer.part()).measure();
      if (measure > 0) {
        taken.add(new Taken(layer.level(), measure));
        rest = without(rest, layer.part());
      }
    }
    return taken;
  }

  /** Disjoint polygons share no area, so only lines and points must be taken away. */
  private static CellPart without(CellPart rest, CellPart taken) {
    return rest.isPolygonal() ? rest : rest.subtract(taken);
  }

  private void add(
      Kind kind, String unit, String hazard, int level, ExposurePart exposure, double measure) {
    sums.merge(
        new Key(kind, unit, hazard, level, exposure.exposure()),
        exposure.density() * measure,
        Double::sum);
  }

  private void touch(ExposurePart exposure) {
    partitions.forEach(
        (hazard, partition) ->
            partition.layers().stream()
                .filter(layer -> layer.part().touches(exposure.part()))
                .findFirst()
                .ifPresent(
                    layer ->
                        facts.accept(
                            new CellFact(
                                Kind.TOUCH,
                                exposure.origin(),
                                hazard,
                                layer.level(),
                                layer.index(),
                                0,
                                exposure.objectId(),
                                0))));
  }
}
