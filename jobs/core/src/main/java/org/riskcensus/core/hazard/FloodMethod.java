package org.riskcensus.core.hazard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flood 洪水: the index is read from a matrix of severity class × return period, as extents are filed
 * with one depth, velocity, duration and return period each.
 *
 * @param severity severity classes
 * @param returnPeriodsYears upper bounds (inclusive) of the return-period classes; rarer floods
 *     fall into the last class
 * @param index a row for each severity class, in it a number for each return-period class, 0 to 1:
 *     never falls with severity, never grows as the flood becomes rarer
 * @param zoning how places are zoned by all their floods; null where the method does not tell
 * @param levels breaks of the index
 */
public record FloodMethod(
    FloodSeverity severity,
    List<Integer> returnPeriodsYears,
    List<List<Double>> index,
    @Nullable FloodZoning zoning,
    LevelBreaks levels)
    implements HazardMethod {

  /** Refuses a matrix of another shape, or one that is not monotone. */
  public FloodMethod {
    Ascending.require("return periods", returnPeriodsYears);
    index = index.stream().map(List::copyOf).toList();
    if (index.size() != severity.size()) {
      throw new IllegalArgumentException("the index needs a row for each severity class: " + index);
    }
    for (int row = 0; row < index.size(); row++) {
      if (index.get(row).size() != returnPeriodsYears.size()) {
        throw new IllegalArgumentException("row " + index.get(row) + " needs each return period");
      }
      for (int column = 0; column < returnPeriodsYears.size(); column++) {
        requireMonotone(index, row, column);
      }
    }
  }

  private static void requireMonotone(List<List<Double>> index, int row, int column) {
    double here = index.get(row).get(column);
    boolean inRange = here >= 0 && here <= 1;
    boolean growsWithSeverity = row == 0 || here >= index.get(row - 1).get(column);
    boolean fallsWithRarity = column == 0 || here <= index.get(row).get(column - 1);
    if (!(inRange && growsWithSeverity && fallsWithRarity)) {
      throw new IllegalArgumentException(
          "index " + here + " breaks 0..1 or monotony, row " + row + " column " + column);
    }
  }

  /** The index of a flood. */
  public double index(FloodExtent extent) {
    int column = 0;
    while (column < returnPeriodsYears.size() - 1
        && extent.returnPeriodYears() > returnPeriodsYears.get(column)) {
      column++;
    }
    return index.get(severity.classOf(extent) - 1).get(column);
  }

  /** The hazard area of one flood extent; its factors are the severity class of each measure. */
  public HazardArea assess(FloodExtent extent) {
    double value = index(extent);
    Map<String, Double> classes = new LinkedHashMap<>();
    severity.classes(extent).forEach((measure, c) -> classes.put(measure.code(), (double) c));
    return new HazardArea(
        extent.objectId(),
        extent.countyCode(),
        extent.geometry(),
        value,
        levels.levelOf(value),
        0,
        classes);
  }
}
