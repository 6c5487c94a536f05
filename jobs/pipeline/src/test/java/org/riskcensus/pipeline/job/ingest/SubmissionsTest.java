package org.riskcensus.pipeline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.core.submission.SubmissionState;
import org.riskcensus.pipeline.audit.QualityRefusedException;
import org.riskcensus.pipeline.audit.SubmissionStep;
import org.riskcensus.pipeline.job.submission.RowTrace;
import org.riskcensus.pipeline.job.submission.SubmissionJob;

class SubmissionsTest {

  private static final String EVENTS =
      "SELECT sequence, from_state, to_state, actor, event_date FROM ops.submission_event"
          + " WHERE source_id = 'shelters' ORDER BY submission_id = (SELECT submission_id FROM"
          + " ops.submission WHERE source_id = 'shelters'), sequence";

  @TempDir Path directory;

  @Test
  void aFileIsReturnedCorrectedFiledAgainAndSupersedesTheFirst() throws IOException {
    TinyCensus tiny = new TinyCensus(directory);
    tiny.ingest("r1", tiny.describe());
    assertThatThrownBy(() -> step(tiny, "SELF_CHECKED", null))
        .isInstanceOf(QualityRefusedException.class)
        .hasMessageContaining("1 open errors in shelters.csv");
    assertThatThrownBy(() -> step(tiny, "ACCEPTED", null))
        .hasMessageContaining("allowed: [SELF_CHECKED, SUPERSEDED]");

    tiny.shelters("H1," + TinyCensus.EAST, "H2," + TinyCensus.EAST, "H3," + TinyCensus.WEST);
    tiny.ingest("r2", tiny.describe());
    step(tiny, "SELF_CHECKED", null);
    step(tiny, "SUBMITTED", null);
    assertThatThrownBy(() -> step(tiny, "RETURNED", " ")).hasMessageContaining("give one");
    step(tiny, "RETURNED", "面积存疑");
    assertThat(tiny.told(EVENTS))
        .containsExactly(
            "1 null draft ingest 2025-12-31",
            "2 draft superseded ingest 2025-12-31",
            "1 null draft ingest 2025-12-31",
            "2 draft self_checked 王工 2026-01-05",
            "3 self_checked submitted 王工 2026-01-05",
            "4 submitted returned 王工 2026-01-05");

    tiny.ingest("r3", tiny.describe("deadline: 2026-12-31"));
    assertThat(tiny.sql(EVENTS)).as("the same content filed again changes nothing").hasSize(6);

    assertThat(new RowTrace(tiny.spark(), 2025, "shelter").tell("H3"))
        .first()
        .isEqualTo("staging  shelters.csv  row 3");
    assertThat(new RowTrace(tiny.spark(), 2025, "shelter").tell("H3"))
        .contains("  name = 三中")
        .anyMatch(line -> line.endsWith("returned"));
    assertThat(new RowTrace(tiny.spark(), 2025, "shelter").tell("H9")).isEmpty();
  }

  @Test
  void filesThatTwoSourcesExchangeAreReadOnceEach() throws IOException {
    TinyCensus tiny = new TinyCensus(directory);
    for (String name : List.of("north", "south")) {
      tiny.shelters(
          name + "1," + TinyCensus.EAST,
          name + "2," + TinyCensus.EAST,
          name + "3," + TinyCensus.WEST);
      Files.copy(directory.resolve("shelters.csv"), directory.resolve(name + ".csv"));
    }
    tiny.ingestTwo("r1", "north.csv", "south.csv");
    tiny.ingestTwo("r2", "south.csv", "north.csv");
    assertThat(
            tiny.told(
                "SELECT source_id, rows_read, rows_accepted, rows_duplicate FROM ops.row_account"
                    + " WHERE scope = 'file' AND dataset = 'shelter' ORDER BY source_id"))
        .containsExactly("others 3 3 0", "shelters 3 3 0");
    assertThat(tiny.told("SELECT source_id, object_id FROM staging.shelter ORDER BY object_id"))
        .containsExactly(
            "others north1",
            "others north2",
            "others north3",
            "shelters south1",
            "shelters south2",
            "shelters south3");
  }

  private static void step(TinyCensus tiny, String to, @Nullable String reason) {
    SubmissionStep step =
        new SubmissionStep(SubmissionState.of(to), "王工", LocalDate.of(2026, 1, 5), reason);
    SubmissionJob.step(tiny.spark(), 2025, "shelters", step);
  }
}
