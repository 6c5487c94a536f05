package org.riskcensus.pipeline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptKeysTest {

  @TempDir Path directory;

  @Test
  void anObjectThatAnotherSourceHasFiledIsADuplicateInAFileIngestedAlone() throws IOException {
    TinyCensus tiny = new TinyCensus(directory);
    tiny.ingest("r1", tiny.describe());
    tiny.shelters("H1," + TinyCensus.EAST, "H7," + TinyCensus.EAST, "H8," + TinyCensus.WEST);
    tiny.ingestSheltersAlone("r2");
    assertThat(tiny.told("SELECT object_id, source_id FROM staging.shelter ORDER BY 1"))
        .containsExactly("H1 shelters", "H2 shelters", "H7 alone", "H8 alone");
    assertThat(
            tiny.told(
                "SELECT object_id, expected FROM ops.finding"
                    + " WHERE rule = 'duplicate_key' AND source_id = 'alone'"))
        .containsExactly("H1 首见于 shelters 第 1 行");
    assertThat(
            tiny.told(
                "SELECT rows_read, rows_accepted, rows_duplicate, balanced FROM ops.row_account"
                    + " WHERE source_id = 'alone'"))
        .containsExactly("3 2 1 true");
  }
}
