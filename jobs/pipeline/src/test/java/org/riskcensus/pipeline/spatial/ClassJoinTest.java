package org.riskcensus.pipeline.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.SpatialPredicate;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.spatial.JoinOptions.Strategy;

class ClassJoinTest {

  private static final List<@Nullable String> CLASSES =
      java.util.Arrays.asList("3", "10", null, "2");

  private final SparkSession spark = LocalSpark.session();
  private final List<@Nullable Geometry> lefts = Sides.shapes(31, 120);
  private final List<@Nullable Geometry> rights = Sides.shapes(32, 90);

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"BROADCAST", "SHUFFLE"})
  void classesAreThoseOfBruteForce(Strategy strategy) {
    int rows = 0;
    for (Row row : join(JoinKind.INNER, strategy)) {
      Geometry left = lefts.get((int) row.getLong(0));
      List<Geometry> partners = partners(left, row.getAs("r0"));
      assertThat(row.<Long>getAs("right_rows")).isEqualTo(partners.size());
      partners.removeIf(partner -> partner.getDimension() < 2);
      if (left.getDimension() == 2) {
        double area =
            partners.isEmpty() ? 0 : left.intersection(OverlayNGRobust.union(partners)).getArea();
        assertThat(row.<Double>getAs("union_area_m2")).isCloseTo(area, within(1e-9));
        assertThat(row.<Double>getAs("share_left")).isCloseTo(area / left.getArea(), within(1e-9));
      }
      rows++;
    }
    assertThat(rows).isGreaterThan(150);
  }

  @Test
  void rowsAreTheSameToTheLastBitWhateverTheWay() {
    for (JoinKind kind : new JoinKind[] {JoinKind.INNER, JoinKind.LEFT}) {
      List<String> broadcast = text(join(kind, Strategy.BROADCAST));
      assertThat(text(join(kind, Strategy.SHUFFLE))).isEqualTo(broadcast).isNotEmpty();
    }
  }

  @Test
  void theHighestClassIsTheLargestNumberAndNoClassIsBelowAll() {
    for (Row row : join(JoinKind.INNER, Strategy.BROADCAST)) {
      Geometry left = lefts.get((int) row.getLong(0));
      String expected =
          List.of("10", "3", "2").stream()
              .filter(c -> !partners(left, c).isEmpty())
              .findFirst()
              .orElse(null);
      assertThat(row.<String>getAs("highest_class")).isEqualTo(expected);
    }
  }

  @Test
  void aLeftJoinHasEveryLeftRowAndItsPlacesAddUp() {
    TreeMap<Long, Double> sums = new TreeMap<>();
    for (Row row : join(JoinKind.LEFT, Strategy.SHUFFLE)) {
      Double highest = row.getAs("highest_area_m2");
      sums.merge(row.getLong(0), highest == null ? Double.NaN : highest, Double::sum);
    }
    assertThat(sums).hasSize(lefts.size());
    List<Geometry> areas =
        new ArrayList<>(rights.stream().filter(r -> r != null && r.getDimension() == 2).toList());
    Geometry all = OverlayNGRobust.union(areas);
    for (int i = 0; i < lefts.size(); i++) {
      Geometry left = lefts.get(i);
      if (left != null && left.getDimension() == 2 && !left.isEmpty()) {
        assertThat(sums.get((long) i)).isCloseTo(left.intersection(all).getArea(), within(1e-9));
      }
    }
  }

  @Test
  void classesAreOrderedAsGiven() {
    List<String> unknown = new ArrayList<>();
    ClassOrder order =
        ClassOrder.of(
            List.of("general", "重点", "key"),
            List.of(List.of("key", "重点"), List.of("secondary"), List.of("general")),
            unknown);
    assertThat(unknown).isEmpty();
    assertThat(order.rank("重点")).isZero();
    assertThat(order.rank("key")).isZero();
    assertThat(order.rank("general")).isEqualTo(1);
    assertThat(order.rank(null)).isEqualTo(2);
    assertThat(order.label(0)).isEqualTo("key");
    ClassOrder.of(List.of("4", "high"), List.of(), unknown);
    assertThat(unknown).containsExactly("high");
  }

  private List<Geometry> partners(Geometry left, @Nullable String name) {
    List<Geometry> partners = new ArrayList<>();
    for (int i = 0; i < rights.size(); i++) {
      Geometry right = rights.get(i);
      boolean same = java.util.Objects.equals(CLASSES.get(i % CLASSES.size()), name);
      if (same && right != null && !right.isEmpty() && left.intersects(right)) {
        partners.add(right);
      }
    }
    return partners;
  }

  private static List<String> text(List<Row> rows) {
    return rows.stream()
        .map(row -> row.mkString("|").replaceAll("\\[B@\\w+", ""))
        .sorted()
        .toList();
  }

  private List<Row> join(JoinKind kind, Strategy strategy) {
    List<@Nullable Object> none = new ArrayList<>(java.util.Collections.nCopies(lefts.size(), ""));
    List<@Nullable Object> classes = new ArrayList<>();
    for (int i = 0; i < rights.size(); i++) {
      classes.add(CLASSES.get(i % CLASSES.size()));
    }
    JoinOptions options = new JoinOptions(kind, Set.of(), strategy, Long.MAX_VALUE);
    ClassOrder order = ClassOrder.of(List.of("2", "10", "3"), List.of(), new ArrayList<>());
    return new ClassJoin(JoinCondition.of(SpatialPredicate.INTERSECTS), options, order)
        .join(Sides.of(spark, "l", lefts, none), Sides.of(spark, "r", rights, classes))
        .collectAsList();
  }
}
