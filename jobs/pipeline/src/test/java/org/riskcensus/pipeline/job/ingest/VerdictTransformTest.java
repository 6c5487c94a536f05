package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.array;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskcensus.pipeline.LocalSpark;

class VerdictTransformTest {

  private static final String SAID =
      "source_id || row_number || ' ' || verdict"
          + " || array_join(transform(findings, f -> ' ' || array_join(f.expected.values, ' ')), '')";

  private final SparkSession spark = LocalSpark.session();

  /** More duplicates than are sent to every task are joined another way. */
  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void theFirstRowOfAKeyIsAcceptedAndTheOthersNameIt(int mostSent) {
    Dataset<Row> kept =
        spark.sql(
            "SELECT 'building' dataset, '370321' county_code, 'K3' object_key,"
                + " struct('z' AS source_id, 9L AS row_number) kept");
    assertThat(
            VerdictTransform.apply(rows(), Optional.of(kept), mostSent)
                .selectExpr(SAID + " AS value")
                .sort("value")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(
            "a1 accepted",
            "a2 duplicate 1 a",
            "b1 duplicate 1 a",
            "b2 quarantined",
            "b3 accepted",
            "b4 duplicate 9 z");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void whereNoKeyComesTwiceNothingIsADuplicate(int mostSent) {
    Dataset<Row> single = rows().where("source_id = 'b'");
    assertThat(
            VerdictTransform.apply(single, Optional.empty(), mostSent)
                .selectExpr(SAID + " AS value")
                .sort("value")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("b1 accepted", "b2 quarantined", "b3 accepted", "b4 accepted");
  }

  /** K2 is filed twice, once with an error: the good row stands. */
  private Dataset<Row> rows() {
    return spark
        .sql(
            "SELECT 'building' dataset, '370321' county_code, * FROM VALUES"
                + " ('K1', 'b', 1L, false), ('K1', 'a', 2L, false), ('K1', 'a', 1L, false),"
                + " ('K2', 'b', 2L, true), ('K2', 'b', 3L, false), ('K3', 'b', 4L, false)"
                + " AS (object_key, source_id, row_number, refused)")
        .withColumn("findings", array().cast(ConformedRow.FINDINGS));
  }
}
