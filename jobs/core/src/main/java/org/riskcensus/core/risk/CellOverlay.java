package org.riskcensus.core.risk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.riskcensus.core.risk.CellFact.Kind;

/**
 * The refinement of the join on cells: crosses the counties, units, hazards and exposures of one
 * cell. Cells partition the plane, so sums over cells are totals. Besides each hazard there is a
 * comprehensive one that takes the strongest hazard in each place.
 */
public final class CellOverlay {

  private final double minCellShare;
  private final Predicate<String> here;

  /**
   * An overlay by one rule.
   *
   * @param minCellShare a cell has the highest index that covers at least this share of the cell
   *     inside the county, 0 to 1; a hazard that covers less gives the cell none
   * @param here whether a county, of six digits, is assessed on cells of this side. What others
   *     have in the cell only takes its share, and is told in their cells
   */
  public CellOverlay(double minCellShare, Predicate<String> here) {
    this.minCellShare = minCellShare;
    this.here = here;
  }

  /** Finds all facts of a cell. */
  public void run(CellContents contents, Consumer<CellFact> facts) {
    Map<String, LevelPartition> partitions = partitions(contents.hazards());
    for (UnitPart county : contents.counties()) {
      if (here.test(county.county())) {
        countyFacts(county, contents, partitions, facts);
      }
    }
    for (UnitPart unit : contents.units()) {
      if (here.test(unit.county())) {
        unitFacts(unit, contents.hazards(), partitions, facts);
      }
    }
    new ExposureSplit(contents.units(), here, partitions, facts).run(contents.exposures());
  }

  private static Map<String, LevelPartition> partitions(List<HazardPart> hazards) {
    Map<String, List<HazardPart>> byHazard =
        hazards.stream()
            .collect(
                Collectors.groupingBy(HazardPart::hazard, LinkedHashMap::new, Collectors.toList()));
    Map<String, LevelPartition> partitions = new LinkedHashMap<>();
    byHazard.forEach((hazard, parts) -> partitions.put(hazard, LevelPartition.of(parts)));
    if (partitions.size() == 1) {
      partitions.put(RiskKind.COMPREHENSIVE, partitions.values().iterator().next());
    } else if (partitions.size() > 1) {
      partitions.put(RiskKind.COMPREHENSIVE, LevelPartition.of(hazards));
    }
    return partitions;
  }

  private void countyFacts(
      UnitPart county,
      CellContents contents,
      Map<String, LevelPartition> partitions,
      Consumer<CellFact> facts) {
    double area = county.part().measure();
    String main =
        contents.units().stream()
            .filter(unit -> unit.county().equals(county.code()))
            .max(
                Comparator.comparingDouble((UnitPart unit) -> unit.part().measure())
                    .thenComparing(UnitPart::code, Comparator.reverseOrder()))
            .map(UnitPart::code)
            .orElse("");
    facts.accept(new CellFact(Kind.COUNTY_CELL, county.code(), "", 0, 0, 0, main, area));
    partitions.forEach(
        (hazard, partition) -> {
          int danger = danger(contents.hazards(), hazard, county.part());
          cellHazard(county, hazard, partition, danger).ifPresent(facts);
        });
  }

  private Optional<CellFact> cellHazard(
      UnitPart county, String hazard, LevelPartition partition, int danger) {
    double needed = minCellShare * county.part().measure() * (1 - CellPart.ROUNDING);
    for (LevelPartition.Layer layer : partition.layers()) {
      double covered = layer.reach().shared(county.part());
      if (covered > 0 && covered >= needed) {
        double all = partition.last().reach().shared(county.part());
        return Optional.of(
            new CellFact(
                Kind.CELL_HAZARD,
                county.code(),
                hazard,
                layer.level(),
                layer.index(),
                danger,
                "",
                all));
      }
    }
    return Optional.empty();
  }

  private static int danger(List<HazardPart> hazards, String hazard, CellPart county) {
    boolean all = hazard.equals(RiskKind.COMPREHENSIVE);
    return hazards.stream()
        .filter(part -> part.danger() > 0 && (all || part.hazard().equals(hazard)))
        .filter(part -> part.part().touches(county))
        .mapToInt(HazardPart::danger)
        .max()
        .orElse(0);
  }

  private static void unitFacts(
      UnitPart unit,
      List<HazardPart> hazards,
      Map<String, LevelPartition> partitions,
      Consumer<CellFact> facts) {
    facts.accept(CellFact.area(Kind.UNIT_CELL, unit.code(), "", 0, unit.part().measure()));
    partitions.forEach(
        (hazard, partition) -> {
          if (!hazard.equals(RiskKind.COMPREHENSIVE)) {
            partition.share(
                unit.part(),
                (layer, area) ->
                    facts.accept(
                        CellFact.area(Kind.UNIT_HAZARD, unit.code(), hazard, layer.level(), area)));
          }
        });
    for (HazardPart hazard : hazards) {
      double area = hazard.part().shared(unit.part());
      if (area > 0) {
        facts.accept(CellFact.feature(unit.code(), hazard, area));
      }
    }
  }
}
