package org.riskcensus.pipeline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.yaml.DefinitionException;

class KeptKeysTest {

  private static final String SHELTERS =
      "SELECT object_id, source_id FROM staging.shelter ORDER BY 1";

  @TempDir Path directory;

  @Test
  void anObjectThatAnotherSourceHasFiledIsADuplicateInAFileAlone() throws IOException {
    TinyCensus tiny = new TinyCensus(directory);
    tiny.ingest("r1", tiny.describe());
    assertThatThrownBy(() -> tiny.ingestSheltersAlone("r2", "units"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("source 'units' has filed 'admin_unit' (units.csv)");
    assertThat(tiny.told(SHELTERS)).containsExactly("H1 shelters", "H2 shelters");

    tiny.shelters("H1," + TinyCensus.EAST, "H7," + TinyCensus.EAST, "H8," + TinyCensus.WEST);
    tiny.ingestSheltersAlone("r2", "alone");
    assertThat(tiny.told(SHELTERS))
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

  @Test
  @Tag("long")
  void whatItsSourceHasDroppedComesBackFromTheOther() throws IOException {
    TinyCensus tiny = new TinyCensus(directory);
    tiny.ingest("r1", tiny.describe());
    tiny.shelters("H1," + TinyCensus.EAST, "H7," + TinyCensus.EAST, "H8," + TinyCensus.WEST);
    tiny.ingestSheltersAlone("r2", "alone");
    tiny.shelters("H8," + TinyCensus.EAST, "H9," + TinyCensus.EAST, "H1," + TinyCensus.WEST);
    tiny.ingestSheltersAlone("r3", "other");
    assertThat(tiny.told(SHELTERS)).contains("H8 alone", "H9 other").hasSize(5);
    tiny.shelters("H7," + TinyCensus.EAST, "H5," + TinyCensus.EAST, "H6," + TinyCensus.WEST);
    tiny.ingestSheltersAlone("r4", "alone");
    assertThat(tiny.told(SHELTERS)).as("H8 is filed by nobody who has it").hasSize(6);
    tiny.shelters("H8," + TinyCensus.EAST, "H9," + TinyCensus.EAST, "H1," + TinyCensus.WEST);
    tiny.ingestSheltersAlone("r3", "other");
    assertThat(tiny.told(SHELTERS))
        .as("the same file filed again brings back what the other source has dropped")
        .containsExactly(
            "H1 shelters",
            "H2 shelters",
            "H5 alone",
            "H6 alone",
            "H7 alone",
            "H8 other",
            "H9 other");
  }
}
