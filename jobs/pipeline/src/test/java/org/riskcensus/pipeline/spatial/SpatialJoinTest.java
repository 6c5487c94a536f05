package org.riskcensus.pipeline.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.PlaneSurface;
import org.riskcensus.core.join.SpatialPredicate;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.spatial.JoinOptions.Strategy;

class SpatialJoinTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double METRES = 2;

  private final SparkSession spark = LocalSpark.session();

  @ParameterizedTest
  @EnumSource(value = SpatialPredicate.class, mode = Mode.EXCLUDE, names = "LOCATE")
  void bothWaysGiveThePairsOfBruteForce(SpatialPredicate predicate) {
    List<@Nullable Geometry> lefts = Sides.shapes(1, 150);
    List<@Nullable Geometry> rights = Sides.shapes(2, 150);
    rights.addAll(lefts.subList(0, 30));
    List<String> expected = brute(predicate, lefts, rights);
    assertThat(expected).isNotEmpty();
    for (Strategy strategy : Strategy.values()) {
      Dataset<Row> joined = join(predicate, JoinKind.INNER, strategy, lefts, rights);
      assertThat(pairs(joined)).as("%s", strategy).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aLeftJoinConservesEveryLeftRow(Strategy strategy) {
    List<@Nullable Geometry> lefts = Sides.shapes(3, 200);
    List<@Nullable Geometry> rights = Sides.shapes(4, 30);
    List<String> inner = brute(SpatialPredicate.INTERSECTS, lefts, rights);
    List<String> expected = new ArrayList<>(inner);
    for (int i = 0; i < lefts.size(); i++) {
      String start = i + ":";
      if (inner.stream().noneMatch(pair -> pair.startsWith(start))) {
        expected.add(start + "null");
      }
    }
    expected.sort(null);
    Dataset<Row> joined = join(SpatialPredicate.INTERSECTS, JoinKind.LEFT, strategy, lefts, rights);
    assertThat(pairs(joined)).isEqualTo(expected);
    for (Row row : joined.collectAsList()) {
      assertThat(row.<String>getAs("l0")).isEqualTo("left " + row.getLong(0));
      Object right = row.getAs("right_row");
      assertThat(row.<String>getAs("r0")).isEqualTo(right == null ? null : "right " + right);
    }
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void semiAndAntiSplitTheLeftRows(Strategy strategy) {
    List<@Nullable Geometry> lefts = Sides.shapes(5, 200);
    List<@Nullable Geometry> rights = Sides.shapes(6, 30);
    List<Long> matched =
        brute(SpatialPredicate.INTERSECTS, lefts, rights).stream()
            .map(pair -> Long.parseLong(pair.substring(0, pair.indexOf(':'))))
            .distinct()
            .sorted()
            .toList();
    List<Long> semi =
        rows(join(SpatialPredicate.INTERSECTS, JoinKind.SEMI, strategy, lefts, rights));
    List<Long> anti =
        rows(join(SpatialPredicate.INTERSECTS, JoinKind.ANTI, strategy, lefts, rights));
    assertThat(semi).isEqualTo(matched);
    assertThat(anti).doesNotContainAnyElementsOf(matched);
    assertThat(semi.size() + anti.size()).isEqualTo(lefts.size());
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void areasAreThoseOfTheOverlay(Strategy strategy) {
    List<@Nullable Geometry> lefts = Sides.shapes(7, 100);
    List<@Nullable Geometry> rights = Sides.shapes(8, 100);
    JoinOptions options = new JoinOptions(JoinKind.INNER, true, strategy, Long.MAX_VALUE);
    Dataset<Row> joined =
        new SpatialJoin(JoinCondition.of(SpatialPredicate.INTERSECTS), options)
            .join(side("left", "l", lefts), side("right", "r", rights));
    List<Row> rows = joined.collectAsList();
    assertThat(rows).isNotEmpty();
    for (Row row : rows) {
      Geometry left = lefts.get((int) row.getLong(0));
      Geometry right = rights.get((int) row.<Long>getAs("right_row").longValue());
      assertThat(row.<Double>getAs("overlap_area_m2"))
          .isCloseTo(left.intersection(right).getArea(), within(1e-9));
    }
  }

  @Test
  void aSelfJoinIsSymmetric() {
    List<@Nullable Geometry> shapes = Sides.shapes(9, 200);
    for (Strategy strategy : Strategy.values()) {
      List<String> pairs =
          pairs(join(SpatialPredicate.INTERSECTS, JoinKind.INNER, strategy, shapes, shapes));
      for (String pair : pairs) {
        String[] rows = pair.split(":");
        assertThat(pairs).contains(rows[1] + ":" + rows[0]);
      }
    }
  }

  @Test
  void everyLeftRowIsLocatedOnceInACoverageWhateverTheWay() {
    List<@Nullable Geometry> units = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      int row = i / 8;
      units.add(FACTORY.toGeometry(new Envelope(i % 8, i % 8 + 1, row, row + 1)));
    }
    List<@Nullable Geometry> lefts = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 16 * 16; i++) {
      int column = i % 16;
      int line = i / 16;
      lefts.add(FACTORY.createPoint(new Coordinate(0.5 * column, 0.5 * line)));
      expected.add(i + ":" + (line / 2 * 8 + column / 2));
    }
    lefts.add(FACTORY.toGeometry(new Envelope(0.5, 6.75, 0.5, 6.75)));
    expected.add("256:" + 27);
    expected.sort(null);
    for (Strategy strategy : Strategy.values()) {
      Dataset<Row> joined = join(SpatialPredicate.LOCATE, JoinKind.INNER, strategy, lefts, units);
      assertThat(pairs(joined)).as("%s", strategy).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"BROADCAST", "SHUFFLE"})
  void theOrderOfRowsAndTheirPartitionsPlayNoPart(Strategy strategy) {
    List<@Nullable Geometry> lefts = Sides.shapes(12, 150);
    List<@Nullable Geometry> rights = Sides.shapes(13, 150);
    JoinOptions options = new JoinOptions(JoinKind.INNER, true, strategy, Long.MAX_VALUE);
    SpatialJoin join = new SpatialJoin(JoinCondition.of(SpatialPredicate.INTERSECTS), options);
    List<String> expected = null;
    for (int partitions : new int[] {1, 7}) {
      Column order = functions.hash(functions.col("row"), functions.lit(partitions));
      Dataset<Row> left = side("left", "l", lefts).orderBy(order).repartition(partitions);
      Dataset<Row> right = side("right", "r", rights).orderBy(order.desc()).repartition(partitions);
      List<String> rows =
          join.join(left, right).drop("geometry").collectAsList().stream()
              .map(row -> row.mkString(" "))
              .sorted()
              .toList();
      expected = expected == null ? rows : expected;
      assertThat(rows).isEqualTo(expected).isNotEmpty();
    }
  }

  /** Cells small enough for the many would be too many for the few. */
  @Test
  void giantsAmongDwarfsDoNotGoToMillionsOfCells() {
    List<@Nullable Geometry> dwarfs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double x = 50.0 * (i % 20);
      int line = i / 20;
      double y = 50.0 * line;
      dwarfs.add(FACTORY.toGeometry(new Envelope(x, x + 0.01, y, y + 0.01)));
    }
    List<@Nullable Geometry> giants =
        List.of(FACTORY.toGeometry(new Envelope(-1e6, 1e6, -1e6, 1e6)));
    assertThat(shuffled(giants, dwarfs)).isEqualTo(400);
    assertThat(shuffled(dwarfs, giants)).isEqualTo(400);
    dwarfs.addAll(giants);
    assertThat(shuffled(dwarfs, dwarfs)).isEqualTo(400 + 2 * 400 + 1);
  }

  private long shuffled(List<@Nullable Geometry> lefts, List<@Nullable Geometry> rights) {
    return join(SpatialPredicate.INTERSECTS, JoinKind.INNER, Strategy.SHUFFLE, lefts, rights)
        .count();
  }

  private Dataset<Row> join(
      SpatialPredicate predicate,
      JoinKind kind,
      Strategy strategy,
      List<@Nullable Geometry> lefts,
      List<@Nullable Geometry> rights) {
    JoinCondition condition =
        new JoinCondition(
            predicate,
            predicate == SpatialPredicate.DWITHIN ? METRES : 0,
            predicate == SpatialPredicate.NEAREST ? 3 : 1,
            new PlaneSurface());
    JoinOptions options =
        new JoinOptions(kind, false, strategy, JoinOptions.DEFAULT_BROADCAST_BYTES);
    return new SpatialJoin(condition, options)
        .join(side("left", "l", lefts), side("right", "r", rights));
  }

  private Dataset<Row> side(String name, String prefix, List<@Nullable Geometry> shapes) {
    List<@Nullable Object> attributes = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      attributes.add(name + " " + i);
    }
    return Sides.of(spark, prefix, shapes, attributes);
  }

  private static List<String> pairs(Dataset<Row> joined) {
    return joined.select("row", "right_row").collectAsList().stream()
        .map(row -> row.getLong(0) + ":" + row.get(1))
        .sorted()
        .toList();
  }

  private static List<Long> rows(Dataset<Row> joined) {
    return joined.select("row").collectAsList().stream().map(r -> r.getLong(0)).sorted().toList();
  }

  private static List<String> brute(
      SpatialPredicate predicate, List<@Nullable Geometry> lefts, List<@Nullable Geometry> rights) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < lefts.size(); i++) {
      Geometry left = lefts.get(i);
      if (left == null || left.isEmpty()) {
        continue;
      }
      if (predicate == SpatialPredicate.NEAREST) {
        for (int j : nearest(left, rights)) {
          pairs.add(i + ":" + j);
        }
        continue;
      }
      for (int j = 0; j < rights.size(); j++) {
        Geometry right = rights.get(j);
        if (right != null && !right.isEmpty() && holds(predicate, left, right)) {
          pairs.add(i + ":" + j);
        }
      }
    }
    pairs.sort(null);
    return pairs;
  }

  private static List<Integer> nearest(Geometry left, List<@Nullable Geometry> rights) {
    List<Integer> present = new ArrayList<>();
    for (int j = 0; j < rights.size(); j++) {
      Geometry right = rights.get(j);
      if (right != null && !right.isEmpty()) {
        present.add(j);
      }
    }
    present.sort(java.util.Comparator.comparingDouble(j -> left.distance(rights.get(j))));
    return present.subList(0, 3);
  }

  private static boolean holds(SpatialPredicate predicate, Geometry a, Geometry b) {
    return switch (predicate) {
      case INTERSECTS -> a.intersects(b);
      case CONTAINS -> a.contains(b);
      case WITHIN -> a.within(b);
      case COVERS -> a.covers(b);
      case COVERED_BY -> a.coveredBy(b);
      case OVERLAPS -> a.overlaps(b);
      case TOUCHES -> a.touches(b);
      case CROSSES -> a.crosses(b);
      case EQUALS -> a.equalsTopo(b);
      case DWITHIN -> a.distance(b) <= METRES;
      case LOCATE, NEAREST -> throw new IllegalArgumentException();
    };
  }
}
