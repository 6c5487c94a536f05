package org.riskcensus.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

class CellFilterTest {

  private static final int EXTENT = 8;

  /** Small ones, many of which lie along borders of the rights and of cells. */
  private static List<Geometry> lefts(RandomShapes shapes) {
    AffineTransformation half = AffineTransformation.scaleInstance(0.5, 0.5);
    List<Geometry> lefts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lefts.add(shapes.star(3 + i % 7, 0.02 + 0.01 * i));
      lefts.add(half.transform(shapes.lattice()));
      lefts.add(half.transform(shapes.line()));
    }
    return lefts;
  }

  private static List<Geometry> rights(RandomShapes shapes) {
    List<Geometry> rights = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rights.add(shapes.lattice());
      rights.add(shapes.star(3 + 7 * i, 0.5 + 0.1 * i));
    }
    return rights;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatItTellsIsSoByJts(long seed) {
    RandomShapes shapes = new RandomShapes(seed, EXTENT);
    List<Geometry> rights = rights(shapes);
    CellFilter filter = new CellFilter(AreaIndex.of(rights), rights.size());
    int inside = 0;
    int spared = 0;
    for (Geometry left : lefts(shapes)) {
      if (!filter.look(left)) {
        continue;
      }
      for (int i = 0; i < rights.size(); i++) {
        if (filter.isInside(left, i)) {
          inside++;
          assertThat(rights.get(i).relate(left, "T**FF*FF*")).as("%s in %s", left, i).isTrue();
        } else if (!filter.near().contains(i)) {
          spared++;
          assertThat(rights.get(i).disjoint(left)).as("%s beside %s", left, i).isTrue();
        }
      }
    }
    assertThat(inside).isGreaterThan(50);
    assertThat(spared).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void areasAreTheSameToTheLastBitWhateverTheGrid(long seed) {
    RandomShapes shapes = new RandomShapes(seed, EXTENT);
    List<Geometry> rights = rights(shapes);
    JoinCondition condition = JoinCondition.of(SpatialPredicate.INTERSECTS);
    JoinProbe all = JoinIndex.of(condition, rights).probe();
    List<JoinProbe> each =
        rights.stream().map(right -> JoinIndex.of(condition, List.of(right)).probe()).toList();
    int pairs = 0;
    for (Geometry left : lefts(shapes)) {
      Hits hits = all.match(left);
      for (int i = 0; i < hits.size(); i++) {
        int right = hits.get(i);
        each.get(right).match(left);
        assertThat(all.measures(left, right, Set.of(Measure.AREA)))
            .as("%s and %s", left, rights.get(right))
            .isEqualTo(each.get(right).measures(left, 0, Set.of(Measure.AREA)));
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThan(500);
  }

  @Test
  void whatSpansManyCellsIsNotLookedAt() {
    List<Geometry> small = List.of(RandomShapes.wkt("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"));
    CellFilter filter = new CellFilter(AreaIndex.of(small), 1);
    assertThat(filter.look(RandomShapes.wkt("POLYGON((0 0, 9 0, 9 9, 0 9, 0 0))"))).isFalse();
    assertThat(filter.look(RandomShapes.wkt("POLYGON((2 2, 3 2, 3 3, 2 3, 2 2))"))).isTrue();
    assertThat(filter.inside().size() + filter.near().size()).isZero();
  }
}
