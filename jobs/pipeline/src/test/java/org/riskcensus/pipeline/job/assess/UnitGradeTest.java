package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.risk.GradeRule;
import org.riskcensus.pipeline.LocalSpark;

class UnitGradeTest {

  private static final GradeRule RULE = new GradeRule(0.05);

  /**
   * Level 4 covers just a twentieth, 884 107.995872 of 17 682 159.91744 m², which in doubles is
   * less than 0.05 of it. The weights as they are, run 0 of the sensitivity, must give the same
   * grade.
   */
  @Test
  void aUnitIsGradedAsInTheRunWithItsWeightsUnchanged() {
    long unit = 17_682_159_917_440L;
    long highest = 884_107_995_872L;
    StructType type =
        StructType.fromDDL("area DOUBLE, area_2 DOUBLE, area_3 DOUBLE, area_4 DOUBLE");
    Row row = RowFactory.create(unit / 1e6, highest / 1e6, highest / 1e6, highest / 1e6);
    Dataset<Row> sums = LocalSpark.session().createDataFrame(List.of(row), type);

    int grade = sums.select(UnitRisk.level(sums, RULE)).first().getInt(0);

    assertThat(grade).isEqualTo(4);
    assertThat(grade).isEqualTo(RULE.grade(unit - highest, 0, 0, 0, highest));
  }
}
