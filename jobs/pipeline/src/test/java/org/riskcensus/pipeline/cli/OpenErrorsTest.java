package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.audit.QualityRefusedException;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.progress.Progress;

class OpenErrorsTest {

  private static final String EVENTS =
      """
      object_id,admin_code,event_id,hazard_kind,start_date,end_date,report_type,loss_housing_wan,loss_agriculture_wan,loss_industry_wan,loss_infrastructure_wan,loss_public_service_wan,loss_other_wan,direct_loss_wan
      a,370321101000,E1,flood,2025-07-01,2025-07-03,final,10,20,0,5,0,0,35
      b,370321102000,E1,flood,2025-07-01,2025-07-03,final,10,20,0,5,0,0,85
      """;
  private static final String CENSUS =
      """
      census: tiny
      year: 2025
      logical_date: 2025-12-31
      counties: ["370321"]
      quality: {max_quarantined_share: 0.9}
      sources:
        - {id: events, dataset: loss_event, county: "370321", file: 灾情.csv}
      """;

  @TempDir Path directory;

  @Test
  void aReleaseWithOpenErrorsOfLossesIsRefusedBeforeAnythingIsComputed() throws IOException {
    Files.writeString(directory.resolve("灾情.csv"), EVENTS);
    Path description = Files.writeString(directory.resolve("census.yaml"), CENSUS);
    SparkSession spark = TestLake.session(directory.resolve("lake"));
    CensusRun run = CensusRun.check(description, Map.of(), Progress.SILENT);

    assertThatThrownBy(() -> run.execute(spark, Step.INGEST, Step.EXPORT, directory))
        .isInstanceOf(QualityRefusedException.class)
        .hasMessageContaining("E4: 1 open in 灾情.csv, rows 2: 六项损失之和应等于直接经济损失")
        .hasMessageContaining("VERSION AS OF 'run_");
    assertThat(spark.table("staging.loss_event").count()).as("nothing is published").isZero();

    run.execute(spark, Step.INGEST, Step.INGEST, directory);
    assertThat(spark.table("staging.loss_event").count()).as("ingesting alone goes on").isOne();
  }
}
