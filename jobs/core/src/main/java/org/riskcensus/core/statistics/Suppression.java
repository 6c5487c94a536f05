package org.riskcensus.core.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Suppression of small cells 小单元格抑制 among units whose sum is published: a cell from 1 up to below
 * the limit could point at a person and is withheld. One withheld cell alone is the total less the
 * rest; so is the sum of several: it must reach the limit as well. Further cells, the smallest
 * first, are withheld until at least two are and their sum reaches the limit (complementary
 * suppression). A reported zero tells nothing of a person; it is withheld only as a complement,
 * after the others.
 *
 * @param limit smallest count that is published, at least 1
 */
public record Suppression(long limit) implements Serializable {

  public Suppression {
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }

  /** Whether a count is too small to be published. */
  public boolean small(long count) {
    return count > 0 && count < limit;
  }

  /**
   * The cells to withhold of those that sum to a published total; all where no complement helps.
   *
   * @param cells counts by unit, none negative
   */
  public Set<String> withhold(Map<String, Long> cells) {
    return withhold(cells, Set.of());
  }

  /**
   * The same where some cells are withheld already, for the sake of another total they are part of.
   *
   * @param already keys of such cells; they are among those returned
   */
  public Set<String> withhold(Map<String, Long> cells, Set<String> already) {
    Set<String> withheld = new TreeSet<>();
    long sum = 0;
    for (Map.Entry<String, Long> cell : cells.entrySet()) {
      if (small(cell.getValue()) || already.contains(cell.getKey())) {
        withheld.add(cell.getKey());
        sum += cell.getValue();
      }
    }
    if (withheld.isEmpty()) {
      return withheld;
    }
    for (Map.Entry<String, Long> cell : complements(cells)) {
      if (withheld.size() >= 2 && sum >= limit) {
        break;
      }
      if (withheld.add(cell.getKey())) {
        sum += cell.getValue();
      }
    }
    return withheld;
  }

  /** Cells from the limit on, ascending, then the zeros; equal ones in the order of their units. */
  private List<Map.Entry<String, Long>> complements(Map<String, Long> cells) {
    List<Map.Entry<String, Long>> others = new ArrayList<>(cells.entrySet());
    others.removeIf(cell -> small(cell.getValue()));
    others.sort(
        Comparator.<Map.Entry<String, Long>>comparingInt(cell -> cell.getValue() == 0 ? 1 : 0)
            .thenComparing(Map.Entry.comparingByValue())
            .thenComparing(Map.Entry.comparingByKey()));
    return others;
  }
}
