package org.riskcensus.pipeline.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.riskcensus.core.geometry.Wkb;
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
    List<@Nullable Geometry> lefts = shapes(1, 150);
    List<@Nullable Geometry> rights = shapes(2, 150);
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
    List<@Nullable Geometry> lefts = shapes(3, 200);
    List<@Nullable Geometry> rights = shapes(4, 30);
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
    List<@Nullable Geometry> lefts = shapes(5, 200);
    List<@Nullable Geometry> rights = shapes(6, 30);
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
    List<@Nullable Geometry> lefts = shapes(7, 100);
    List<@Nullable Geometry> rights = shapes(8, 100);
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
    List<@Nullable Geometry> shapes = shapes(9, 200);
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
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Geometry shape = shapes.get(i);
      String attribute = name + " " + i;
      rows.add(
          shape instanceof Point point && !point.isEmpty()
              ? RowFactory.create((long) i, point.getX(), point.getY(), null, attribute)
              : RowFactory.create(
                  (long) i, null, null, shape == null ? null : Wkb.write(shape), attribute));
    }
    return spark
        .createDataFrame(rows, SpatialSide.schema().add(prefix + "0", DataTypes.StringType, true))
        .repartition(3);
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

  /** Points, lines, boxes, stars, one that covers everything, and rows without geometry. */
  private static List<@Nullable Geometry> shapes(long seed, int count) {
    Random random = new Random(seed);
    List<@Nullable Geometry> shapes = new ArrayList<>();
    shapes.add(FACTORY.toGeometry(new Envelope(-5, 45, -5, 45)));
    while (shapes.size() < count) {
      double x = random.nextInt(40);
      double y = random.nextInt(40);
      double size = random.nextInt(1, 6);
      shapes.add(
          switch (random.nextInt(7)) {
            case 0 -> FACTORY.createPoint(new Coordinate(x, y));
            case 1 ->
                FACTORY.createLineString(
                    new Coordinate[] {new Coordinate(x, y), new Coordinate(x + size, y + size)});
            case 2, 3 -> FACTORY.toGeometry(new Envelope(x, x + size, y, y + size));
            case 4 -> FACTORY.createPoint(new Coordinate(x + 0.5, y + 0.25)).buffer(size);
            case 5 ->
                FACTORY.createMultiPointFromCoords(
                    new Coordinate[] {new Coordinate(x, y), new Coordinate(y, x)});
            default -> random.nextBoolean() ? null : FACTORY.createPolygon();
          });
    }
    return shapes;
  }
}
