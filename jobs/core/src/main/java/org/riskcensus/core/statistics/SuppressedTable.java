package org.riskcensus.core.statistics;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Suppression in a table of units by kinds 分地区分灾种表 whose totals are published: of each kind over
 * the units, and of each unit over the kinds. What is withheld in a column may be told by its row,
 * so columns and rows are gone through in turn until nothing more must be withheld.
 *
 * @param rule for one column or row
 * @param total name of the kind that is the sum of the others; a row is of the others alone
 */
public record SuppressedTable(Suppression rule, String total) {

  /** A cell of the table. */
  public record Cell(String unit, String kind) {}

  /**
   * The cells to withhold.
   *
   * @param cells reported counts, none negative; those of {@code total} among them
   */
  public Set<Cell> withhold(Map<Cell, Long> cells) {
    Collection<Map<String, Cell>> columns = lines(cells.keySet(), Cell::kind, Cell::unit);
    Collection<Map<String, Cell>> rows = lines(cells.keySet(), Cell::unit, Cell::kind);
    rows.forEach(row -> row.remove(total));
    Set<Cell> withheld = new HashSet<>();
    int before = -1;
    while (before != withheld.size()) {
      before = withheld.size();
      columns.forEach(column -> add(withheld, column, cells));
      rows.forEach(row -> add(withheld, row, cells));
    }
    return withheld;
  }

  private static Collection<Map<String, Cell>> lines(
      Set<Cell> cells, Function<Cell, String> line, Function<Cell, String> key) {
    Map<String, Map<String, Cell>> lines = new TreeMap<>();
    for (Cell cell : cells) {
      lines.computeIfAbsent(line.apply(cell), name -> new TreeMap<>()).put(key.apply(cell), cell);
    }
    return lines.values();
  }

  private void add(Set<Cell> withheld, Map<String, Cell> line, Map<Cell, Long> cells) {
    Map<String, Long> counts = new TreeMap<>();
    Set<String> already = new TreeSet<>();
    line.forEach(
        (key, cell) -> {
          counts.put(key, Objects.requireNonNull(cells.get(cell)));
          if (withheld.contains(cell)) {
            already.add(key);
          }
        });
    rule.withhold(counts, already)
        .forEach(key -> withheld.add(Objects.requireNonNull(line.get(key))));
  }
}
