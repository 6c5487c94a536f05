package org.riskcensus.pipeline.config;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riskcensus.core.grid.CellGrid;

/**
 * Sides of the assessment cells 评估网格, in whole metres: one for every county, and another for those
 * that state theirs.
 *
 * @param everywhere side where a county states none
 * @param byCounty sides by six-digit code of the county
 */
public record CellSizes(int everywhere, SortedMap<String, Integer> byCounty)
    implements Serializable {

  /** Side where a census description names none. */
  public static final CellSizes DEFAULT = of(100);

  /**
   * Refuses a side that there is no grid of.
   *
   * @throws IllegalArgumentException see {@link CellGrid#ofSide}
   */
  public CellSizes {
    CellGrid.ofSide(everywhere);
    byCounty.values().forEach(CellGrid::ofSide);
    byCounty = Collections.unmodifiableSortedMap(new TreeMap<>(byCounty));
  }

  /** One side for every county. */
  public static CellSizes of(int metres) {
    return of(metres, Map.of());
  }

  /** A side for every county but some. */
  public static CellSizes of(int metres, Map<String, Integer> byCounty) {
    return new CellSizes(metres, new TreeMap<>(byCounty));
  }

  /** The sides of counties that are all named; {@link #DEFAULT} where none is. */
  public static CellSizes ofAll(SortedMap<String, Integer> byCounty) {
    return byCounty.isEmpty() ? DEFAULT : of(byCounty.values().iterator().next(), byCounty);
  }

  /** Side of the cells of a county, metres. */
  public int metres(String county) {
    return byCounty.getOrDefault(county, everywhere);
  }

  /** The cells of a county. */
  public CellGrid grid(String county) {
    return CellGrid.ofSide(metres(county));
  }

  /** Whether counties differ. */
  public boolean differ() {
    return byCounty.values().stream().anyMatch(metres -> metres != everywhere);
  }

  /**
   * What a cell of a county counts for where cells are counted, so that ground counts and not the
   * number of cells: its area in units of the greatest square that tiles the cells of all counties.
   * 1 where counties do not differ.
   */
  public long weight(String county) {
    int unit = byCounty.values().stream().reduce(everywhere, CellSizes::greatestDivisor);
    long sides = metres(county) / unit;
    return sides * sides;
  }

  private static int greatestDivisor(int a, int b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }
}
