package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.lakehouse.TestLake;

class RefusedRunTest {

  private static final String HEADER =
      "object_id,admin_code,year,population,urban_population,gdp_wan,cpi_prev_100\n";

  @TempDir Path directory;

  @Test
  @Tag("long")
  void whatTheQualityGateRefusesIsNotPublishedButCanBeLookedAt()
      throws IOException, InterruptedException {
    Path lake = directory.resolve("lake");
    Path yearbook =
        Files.writeString(
            directory.resolve("年鉴.csv"),
            HEADER
                + "Y1,370321000000,2024,497000,290000,6510000,100.2\n"
                + "Y2,370321000000,2023,49.7万,290000,6500000,100.1\n");
    CensusProcess.Outcome outcome =
        CensusProcess.run(
            "ingest",
            "--table",
            "statistics_yearbook",
            "--file",
            yearbook.toString(),
            "--county",
            "370321",
            "--year",
            "2025",
            "--set",
            "quality.max_quarantined_share=0.1",
            "--lake",
            lake.toString());

    assertThat(outcome.status()).as(outcome.output()).isEqualTo(ErrorReport.REFUSED);
    assertThat(outcome.output())
        .contains("1 of 2 rows are in quarantine", "nothing was published", "VERSION AS OF 'run_");
    String branch = outcome.output().replaceAll("(?s).*VERSION AS OF '(run_\\w+)'.*", "$1");
    SparkSession spark = TestLake.session(lake);
    assertThat(spark.table("staging.statistics_yearbook").count()).isZero();
    assertThat(spark.table("ops.finding").count()).isZero();
    assertThat(
            spark
                .sql("SELECT field FROM ops.finding VERSION AS OF '" + branch + "'")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("population");
  }
}
