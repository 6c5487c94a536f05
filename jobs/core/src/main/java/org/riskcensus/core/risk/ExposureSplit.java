package org.riskcensus.core.risk;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.risk.CellFact.Kind;

/**
 * Splits the exposure of one cell over units and hazard levels.
 *
 * <p>A divisible object gives each unit the share of its area or length there, and each level its
 * share of that (see {@link CellShares}); objects of the same shape, such as the residents and the
 * product of a village, are split once. An indivisible object reports the highest level it touches,
 * borders included. All hazards together are asked only for residents. A unit is told its share in
 * cells of its own county's side; what lies outside of all units, and what an object touches, is
 * told in those of the county that filed it.
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

  private final List<UnitPart> units;
  private final Predicate<String> here;
  private final boolean overlapping;
  private final Map<String, LevelPartition> partitions;
  private final Consumer<CellFact> facts;
  private final Map<Geometry, CellShares> shares = new HashMap<>();
  private final Map<Key, Double> sums = new TreeMap<>();

  ExposureSplit(
      List<UnitPart> units,
      Predicate<String> here,
      Map<String, LevelPartition> partitions,
      Consumer<CellFact> facts) {
    this.units = units;
    this.here = here;
    this.overlapping = CellShares.overlap(units);
    this.partitions = partitions;
    this.facts = facts;
  }

  /** Splits the objects in their order and hands on the sums of the cell. */
  void run(List<ExposurePart> exposures) {
    for (ExposurePart exposure : exposures) {
      if (exposure.exposure().divisible()) {
        divide(exposure);
      } else if (here.test(exposure.origin())) {
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
    CellShares split =
        shares.computeIfAbsent(
            exposure.part().geometry(),
            shape -> CellShares.of(exposure.part(), units, overlapping));
    for (CellShares.InUnit share : split.inUnits()) {
      if (here.test(UnitPart.county(share.unit()))) {
        add(Kind.UNIT_EXPOSURE, share.unit(), "", 0, exposure, share.measure());
        add(Kind.FILED_INSIDE, exposure.origin(), "", 0, exposure, share.measure());
        divide(exposure, share);
      }
    }
    if (split.outside() > 0 && here.test(exposure.origin())) {
      add(Kind.FILED_OUTSIDE, exposure.origin(), "", 0, exposure, split.outside());
    }
  }

  private void divide(ExposurePart exposure, CellShares.InUnit share) {
    boolean residents = exposure.exposure() == Exposure.POPULATION;
    partitions.forEach(
        (hazard, partition) -> {
          if (residents || !hazard.equals(RiskKind.COMPREHENSIVE)) {
            for (CellShares.InLevel taken : share.levels(partition)) {
              Kind kind = Kind.UNIT_EXPOSURE;
              add(kind, share.unit(), hazard, taken.level(), exposure, taken.measure());
            }
          }
        });
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
            partition
                .touching(exposure.part())
                .ifPresent(layer -> facts.accept(touched(exposure, hazard, layer))));
  }

  private static CellFact touched(
      ExposurePart exposure, String hazard, LevelPartition.Layer layer) {
    return new CellFact(
        Kind.TOUCH,
        exposure.origin(),
        hazard,
        layer.level(),
        layer.index(),
        0,
        exposure.objectId(),
        0);
  }
}
