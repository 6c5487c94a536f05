package org.riskcensus.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.statistics.SuppressedTable.Cell;

class SuppressedTableTest {

  private static final String ALL = "all";
  private static final SuppressedTable TABLE = new SuppressedTable(new Suppression(3), ALL);

  @Test
  void aCellWithheldInItsColumnTakesAnotherOfItsRow() {
    // flood 1 + 8 + 20, typhoon 5 + 6 + 30: the 1 takes the 8 in its column; each then takes the
    // typhoon of its own row, since the rows' totals 6 and 14 are published
    Map<Cell, Long> cells =
        Map.of(
            cell("a", "flood"),
            1L,
            cell("a", "typhoon"),
            5L,
            cell("a", ALL),
            6L,
            cell("b", "flood"),
            8L,
            cell("b", "typhoon"),
            6L,
            cell("b", ALL),
            14L,
            cell("c", "flood"),
            20L,
            cell("c", "typhoon"),
            30L,
            cell("c", ALL),
            50L);
    assertThat(TABLE.withhold(cells))
        .isEqualTo(
            Set.of(
                cell("a", "flood"),
                cell("b", "flood"),
                cell("a", "typhoon"),
                cell("b", "typhoon")));
  }

  @Test
  void nothingIsWithheldWhereNoCellIsSmall() {
    assertThat(TABLE.withhold(Map.of(cell("a", "flood"), 3L, cell("a", ALL), 3L))).isEmpty();
  }

  @Test
  void noTotalTellsAWithheldCellByItself() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      Map<Cell, Long> cells = new java.util.HashMap<>();
      for (int unit = 0; unit < 2 + random.nextInt(5); unit++) {
        long sum = 0;
        for (int kind = 0; kind < 2 + random.nextInt(3); kind++) {
          long n = random.nextInt(9);
          cells.put(cell("u" + unit, "k" + kind), n);
          sum += n;
        }
        cells.put(cell("u" + unit, ALL), sum);
      }
      Set<Cell> withheld = TABLE.withhold(cells);
      cells.forEach((cell, n) -> assertThat(n > 0 && n < 3 && !withheld.contains(cell)).isFalse());
      Map<String, Integer> inLine = new TreeMap<>();
      Map<String, Integer> size = new TreeMap<>();
      for (Cell cell : cells.keySet()) {
        for (String line : lines(cell)) {
          size.merge(line, 1, Integer::sum);
          inLine.merge(line, withheld.contains(cell) ? 1 : 0, Integer::sum);
        }
      }
      inLine.forEach(
          (line, n) -> assertThat(n == 0 || n >= 2 || size.get(line) == 1).as(line).isTrue());
    }
  }

  private static Set<String> lines(Cell cell) {
    return cell.kind().equals(ALL)
        ? Set.of("kind " + cell.kind())
        : Set.of("kind " + cell.kind(), "unit " + cell.unit());
  }

  private static Cell cell(String unit, String kind) {
    return new Cell(unit, kind);
  }
}
