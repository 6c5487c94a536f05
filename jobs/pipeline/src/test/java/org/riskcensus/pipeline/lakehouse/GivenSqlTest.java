package org.riskcensus.pipeline.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.yaml.DefinitionException;

class GivenSqlTest {

  private static final SparkSession SPARK = LocalSpark.session();

  private static long count(String statement) {
    return GivenSql.rows("the statement", () -> SPARK.sql(statement)).count();
  }

  @Test
  void aColumnOrTableThatIsNotThereIsToldWithoutThePlan() {
    assertThatThrownBy(() -> count("SELECT idd FROM range(3)"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("the statement: ")
        .hasMessageContaining("`idd` cannot be resolved. Did you mean one of the following? [`id`]")
        .hasMessageNotContaining("Project");
    assertThatThrownBy(() -> count("SELECT * FROM marts.nothing"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("nothing")
        .hasMessageNotContaining("Project");
  }

  @Test
  void aSlipIsShownInTheStatement() {
    assertThatThrownBy(() -> count("SELEC 1"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("near 'SELEC'")
        .hasMessageContaining("^^^");
  }

  @Test
  void whatIsRightIsRead() {
    assertThat(count("SELECT id FROM range(3)")).isEqualTo(3);
  }
}
