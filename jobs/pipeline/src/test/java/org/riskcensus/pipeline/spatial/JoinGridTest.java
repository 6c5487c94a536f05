package org.riskcensus.pipeline.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class JoinGridTest {

  private static final HotCells NONE = new HotCells(new HashMap<>());

  /** Whatever the level: so results do not depend on it. Bounds lie on the borders of cells too. */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 1, 8, 0x1p20})
  void twoBoundsThatMeetAreReportedByOneOfTheCellsThatBothGoTo(double side) {
    JoinGrid grid = new JoinGrid(side);
    Random random = new Random(4);
    int met = 0;
    for (int i = 0; i < 3_000; i++) {
      Envelope left = bounds(random);
      Envelope right = bounds(random);
      List<Long> both = keys(grid, left);
      both.retainAll(keys(grid, right));
      long reporting = both.stream().filter(key -> grid.reporter(left, right) == key).count();
      if (left.intersects(right)) {
        assertThat(reporting).as("%s and %s", left, right).isEqualTo(1);
        met++;
      }
    }
    assertThat(met).isGreaterThan(150);
  }

  private static Envelope bounds(Random random) {
    double x = random.nextInt(-20, 20) / 2.0;
    double y = random.nextInt(-20, 20) / 2.0;
    return new Envelope(x, x + random.nextInt(12) / 2.0, y, y + random.nextInt(12) / 2.0);
  }

  private static List<Long> keys(JoinGrid grid, Envelope bounds) {
    Row row = RowFactory.create(0L);
    Iterator<Row> rows = List.of(row).iterator();
    CellRows cells = new CellRows(rows, any -> bounds, grid, NONE, true);
    List<Long> keys = new ArrayList<>();
    cells.forEachRemaining(cell -> keys.add(cell.getLong(1)));
    return keys;
  }
}
