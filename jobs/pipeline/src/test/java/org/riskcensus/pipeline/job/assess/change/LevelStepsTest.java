package org.riskcensus.pipeline.job.assess.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;

class LevelStepsTest {

  private static final StructType STEP =
      StructType.fromDDL("place STRING, level INT, index DOUBLE");

  private static SparkSession spark;

  @BeforeAll
  static void session() {
    spark = LocalSpark.session();
  }

  /**
   * Levels of a place at the four steps; null is not assessed; the index is a tenth of the level.
   */
  private record Place(String name, List<@Nullable Integer> levels) {}

  private static Place place(String name, @Nullable Integer... levels) {
    return new Place(name, Arrays.asList(levels));
  }

  private static List<Row> judged(Place... places) {
    return judged(true, places);
  }

  private static List<Row> judged(boolean comparable, Place... places) {
    List<Dataset<Row>> steps = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<Row> rows = new ArrayList<>();
      for (Place place : places) {
        Integer level = place.levels().get(i);
        if (level != null) {
          rows.add(RowFactory.create(place.name(), level, level / 10.0));
        }
      }
      steps.add(spark.createDataFrame(rows, STEP));
    }
    return LevelSteps.judged(LevelSteps.of(steps, List.of("place")), comparable)
        .orderBy("place")
        .collectAsList();
  }

  @Test
  void eachStepThatChangesTheLevelIsACause() {
    List<Row> rows =
        judged(
            place("a", 1, 3, 3, 3),
            place("b", 3, 3, 2, 2),
            place("c", 2, 2, 2, 4),
            place("d", 1, 2, 2, 3),
            place("e", 2, 2, 2, 2));
    assertThat(rows)
        .extracting(row -> row.getAs("cause"))
        .containsExactly("data", "boundary", "method", "data+method", "");
    assertThat(rows)
        .extracting(row -> row.getAs("change"))
        .containsExactly("risen", "fallen", "risen", "risen", "unchanged");
  }

  @Test
  void whatComesAndGoesIsNoLevel() {
    List<Row> rows = judged(place("new", null, 2, 2, 2), place("old", 2, null, null, null));
    assertThat(rows)
        .extracting(row -> row.getAs("change"))
        .containsExactly("new", "no_longer_surveyed");
    assertThat(rows).extracting(row -> row.getAs("cause")).containsExactly("data", "data");
  }

  @Test
  void whatTheCausesDoToTheIndexAddsUp() {
    for (Row row : judged(place("a", 1, 4, 2, 3), place("b", null, 2, 1, 1))) {
      double before = row.isNullAt(row.fieldIndex("index_0")) ? 0 : row.<Double>getAs("index_0");
      double sum =
          row.<Double>getAs("by_data")
              + row.<Double>getAs("by_boundary")
              + row.<Double>getAs("by_method");
      assertThat(before + sum).isCloseTo(row.<Double>getAs("index_3"), within(1e-12));
    }
  }

  @Test
  void aChangeThatIsTakenBackIsNone() {
    Row row = judged(place("a", 2, 3, 2, 2)).get(0);
    assertThat(row.<String>getAs("change")).isEqualTo("unchanged");
    assertThat(row.<String>getAs("cause")).isEqualTo("data+boundary");
  }

  @Test
  void thereAreFourSteps() {
    assertThatThrownBy(() -> LevelSteps.of(Arrays.asList(), List.of("place")))
        .hasMessageContaining("4 steps");
  }

  /** The last step is by another scale; only out of reach is 0 in both. */
  @Test
  void numbersOfDifferentScalesAreNotCompared() {
    List<Row> rows =
        judged(
            false,
            place("a", 4, 4, 4, 4),
            place("b", 3, 2, 2, 4),
            place("c", 0, 0, 0, 0),
            place("d", 0, 2, 2, 3),
            place("e", null, 2, 2, 2));
    assertThat(rows)
        .extracting(row -> row.getAs("change"))
        .containsExactly("not_comparable", "not_comparable", "unchanged", "not_comparable", "new");
    assertThat(rows)
        .extracting(row -> row.getAs("cause"))
        .containsExactly("method", "data+method", "", "data+method", "data+method");
  }
}
