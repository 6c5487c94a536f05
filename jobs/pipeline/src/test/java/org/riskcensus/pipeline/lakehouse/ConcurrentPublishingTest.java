package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several writers of one table at once: nothing is lost, nothing is doubled. */
class ConcurrentPublishingTest {

  private static final String TABLE = "ops.row_account";
  private static final String SHELTERS = "staging.shelter";
  private static final int WRITERS = 8;

  @TempDir static Path directory;
  private static SparkSession spark;

  @BeforeAll
  static void openSession() {
    spark = TestLake.session(directory);
    TestLake.open(spark, "first", "500000");
  }

  @Test
  void eightSourcesAtOnceAreAllThereOnceAndSoIsTheSameOneEightTimes() throws Exception {
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String source = "source-" + i;
      writers.add(() -> write("run-" + source, source));
      writers.add(() -> write("run-same", "same"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      for (Future<Integer> done : threads.invokeAll(writers)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(
            spark
                .table(TABLE)
                .where("source_id NOT IN ('before', 'after')")
                .orderBy("source_id")
                .select("source_id")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(
            "same",
            "source-0",
            "source-1",
            "source-2",
            "source-3",
            "source-4",
            "source-5",
            "source-6",
            "source-7");
    List<Long> numbers =
        spark.table("ops.release").orderBy("number").select("number").collectAsList().stream()
            .map(row -> row.getLong(0))
            .toList();
    assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(9);
    assertThat(numbers.get(numbers.size() - 1)).isEqualTo(numbers.size());
  }

  /** What the second may file depends on what the first has filed, which it has not seen. */
  @Test
  void ofTwoFilesOfOneDatasetAtOnceTheLaterIsJudgedAnew() {
    Lake first = TestLake.open(spark, "run-first", "500001");
    Lake second = TestLake.open(spark, "run-second", "500001");
    second.replace(SHELTERS, slice("second"), "run-second", shelter("H1"));
    first.replace(SHELTERS, slice("first"), "run-first", shelter("H1"));
    first.publish();
    assertThatThrownBy(second::publish).isInstanceOf(ConcurrentRunException.class);
    Lake again = TestLake.open(spark, "run-second", "500001");
    assertThat(again.holds(SHELTERS, slice("second"), "run-second")).isFalse();
    assertThat(again.writesOfOthers(SHELTERS, slice("second")))
        .containsExactly(Map.entry("first", "run-first"));
    assertThat(again.writesOfOthers(SHELTERS, slice("first"))).isEmpty();
  }

  private static Slice slice(String source) {
    return new Slice(2025, List.of("500001"), Optional.of(source));
  }

  private static Dataset<Row> shelter(String id) {
    Dataset<Row> shelter =
        spark.sql("SELECT '500001' AS county_code, '%s' AS object_id".formatted(id));
    for (StructField field : spark.table(SHELTERS).schema().fields()) {
      if (!List.of("county_code", "object_id").contains(field.name())) {
        shelter =
            shelter.withColumn(
                field.name(), lit(field.nullable() ? null : "1").cast(field.dataType()));
      }
    }
    return shelter;
  }

  @Test
  void aReaderOfOneStateSeesAllItsTablesAsTheyWereThen() {
    write("run-before", "before");
    Release state = Releases.of(spark).newest().orElseThrow();
    write("run-after", "after");
    SparkSession reader = TestLake.session(directory);
    ReleaseCatalog.use(reader, LakeConfig.of(directory), state);
    assertThat(reader.table(TABLE).where("source_id IN ('before', 'after')").collectAsList())
        .hasSize(1);
    assertThat(reader.sql("SELECT * FROM lake." + TABLE + " WHERE source_id = 'after'").count())
        .isEqualTo(1);
    assertThat(reader.sql("SELECT count(*) FROM ops.release").head().getLong(0)).isPositive();
    SparkSession.setActiveSession(spark);
  }

  /** As the command does: started again when an equal run came first. */
  private static int write(String run, String source) {
    SparkSession.setActiveSession(spark);
    Slice slice = slice(source);
    return Attempts.of(
        () -> {
          Lake lake = TestLake.open(spark, run, "500001");
          lake.replace(TABLE, slice, run, account(source));
          return lake.publish();
        });
  }

  private static Dataset<Row> account(String source) {
    return spark.sql(
        ("SELECT '500001' AS county_code, 'file' AS scope, 'building' AS dataset, '%s' AS source_id,"
                + " 'f' AS file, 1L AS rows_read, 1L AS rows_accepted, 0L AS rows_quarantined,"
                + " 0L AS rows_duplicate, true AS balanced")
            .formatted(source));
  }
}
