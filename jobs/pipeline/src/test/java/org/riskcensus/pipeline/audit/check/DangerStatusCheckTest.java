package org.riskcensus.pipeline.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.Rules;

class DangerStatusCheckTest {

  @Test
  void onlyAStateBeforeThatOfLastYearIsTold() {
    Dataset<Row> before =
        LocalSpark.session()
            .sql(
                "SELECT '370321' county_code, * FROM VALUES ('back', 'rectified'), ('on', 'open'),"
                    + " ('same', 'closed'), ('gone', 'open') AS t(object_id, status)");
    Judged now =
        danger(
            danger(danger(danger(new Judged(), "back", "open"), "on", "closed"), "same", "closed"),
            "new",
            "open");
    List<Row> found = new DangerStatusCheck(before).find(now.rows(), Rules.load()).collectAsList();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).<String>getAs("object_id")).isEqualTo("back");
    assertThat(Told.line(found.get(0))).isEqualTo("1 status_backwards status 待整改 已整改");
  }

  private static Judged danger(Judged rows, String id, String status) {
    return rows.row("hidden_danger", null, "object_id", id, "status", status);
  }
}
