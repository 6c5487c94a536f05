package org.riskcensus.pipeline.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.Rules;

class QualityGateTest {

  private static final StructType TYPE =
      StructType.fromDDL(
          "rule STRING, severity STRING, file STRING, row_number BIGINT, waived_by STRING,"
              + " message_zh STRING");

  private final List<Row> findings = new ArrayList<>();

  private void found(String rule, String severity, long row, @Nullable String waivedBy) {
    findings.add(RowFactory.create(rule, severity, "灾情.xlsx", row, waivedBy, rule + "不符"));
  }

  private QualityGate gate() {
    Dataset<Row> rows = LocalSpark.session().createDataFrame(findings, TYPE);
    QualityGate gate = new QualityGate("run_1");
    gate.release(rows, Rules.load());
    return gate;
  }

  @Test
  void openErrorsOfLossRulesRefuseTheReleaseThoughTheirRowsAreKeptOut() {
    for (long row = 30; row > 23; row--) {
      found("E4", "error", row, null);
    }
    found("E12", "error", 7, null);
    assertThatThrownBy(gate()::refuse)
        .isInstanceOf(QualityRefusedException.class)
        .hasMessageContainingAll(
            "E12: 1 open in 灾情.xlsx, rows 7: E12不符",
            "E4: 7 open in 灾情.xlsx, rows 24, 25, 26, 27, 28, …: E4不符",
            "answer for them by name under quality.waivers",
            "nothing was published");
  }

  @Test
  void anIngestOfWhichNothingIsAcceptedIsRefusedWhateverTheLimit() {
    StructType type =
        StructType.fromDDL(
            "scope STRING, rows_read BIGINT, rows_quarantined BIGINT, rows_accepted BIGINT,"
                + " balanced BOOLEAN");
    List<Row> all = List.of(RowFactory.create("file", 3L, 3L, 0L, true));
    List<Row> most = List.of(RowFactory.create("file", 3L, 2L, 1L, true));
    QualityGate nothing = new QualityGate("run_1");
    nothing.accounts(LocalSpark.session().createDataFrame(all, type).collectAsList(), 1);
    assertThatThrownBy(nothing::refuse).hasMessageContaining("all 3 rows are in quarantine");
    QualityGate something = new QualityGate("run_1");
    something.accounts(LocalSpark.session().createDataFrame(most, type).collectAsList(), 1);
    assertThatCode(something::refuse).doesNotThrowAnyException();
  }

  @Test
  void exposureThatGetsLostInTheJoinIsRefusedButRoundingIsNot() {
    StructType type =
        StructType.fromDDL("county_code STRING, exposure STRING, total DOUBLE, difference DOUBLE");
    Row lost = RowFactory.create("370321", "population", 497_000.0, 1.0);
    Row rounded = RowFactory.create("370321", "gdp_wan", 6_510_000.0, -1e-3);
    QualityGate gate = new QualityGate("run_1");
    gate.exposure(LocalSpark.session().createDataFrame(List.of(lost, rounded), type));
    assertThatThrownBy(gate::refuse)
        .hasMessageContaining("exposure account does not balance: {\"county_code\":\"370321\"")
        .hasMessageNotContaining("gdp_wan");
  }

  @Test
  void neitherWaivedErrorsNorWarningsNorErrorsOfOtherRulesDo() {
    found("E4", "error", 24, "李工");
    found("W3", "warning", 25, null);
    found("outside_unit", "error", 26, null);
    assertThatCode(gate()::refuse).doesNotThrowAnyException();
  }
}
