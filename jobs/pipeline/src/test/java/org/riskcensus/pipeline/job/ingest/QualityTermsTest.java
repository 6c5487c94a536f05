package org.riskcensus.pipeline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.audit.QualityRefusedException;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.yaml.DefinitionException;

class QualityTermsTest {

  private static final String FINDINGS =
      "SELECT rule, severity, object_id, waived_by FROM ops.finding ORDER BY rule, object_id";
  private static final String WAIVER =
      "  - {rule: outside_unit, source: shelters, objects: [H3], author: 李工, reason: 飞地,"
          + " expires: %s}";

  private static final String SILENT =
      "  - {rule: unit_not_reported, source: shelters, objects: [\""
          + TinyCensus.WEST
          + "\"], author: 王工, reason: 无场所, expires: 2026-06-30}";

  @TempDir Path directory;

  @Test
  void whatSomebodyAnswersForIsRecordedAndKeepsNothingOut() throws IOException {
    TinyCensus tiny = new TinyCensus(directory);
    tiny.ingest(
        "r1",
        tiny.describe(
            "deadline: 2025-11-30",
            "must_report:",
            "  - {dataset: shelter, level: township}",
            "waivers:",
            WAIVER.formatted("2026-06-30"),
            WAIVER.formatted("2026-06-30").replace("[H3]", "[H4]"),
            SILENT));
    assertThat(tiny.told(FINDINGS))
        .containsExactly(
            "late warning null null",
            "outside_unit error H3 李工",
            "ratio warning H2 null",
            "unit_not_reported error null 王工",
            "waiver_unmatched warning null null");
    assertThat(tiny.told("SELECT object_id, qc_status FROM staging.shelter ORDER BY 1"))
        .containsExactly("H1 ok", "H2 warned", "H3 warned");
    assertThat(
            tiny.told("SELECT waiver_reason, waived_until FROM ops.finding WHERE waived_by = '李工'"))
        .containsExactly("飞地 2026-06-30");
    assertThat(tiny.told("SELECT source_id, message_zh FROM ops.finding WHERE rule = 'late'"))
        .containsExactly("shelters 逾期报送：2025-12-05，期限 ≤ 2025-11-30");
    assertThat(tiny.told("SELECT DISTINCT balanced FROM ops.row_account")).containsExactly("true");
  }

  @Test
  void silentUnitsRefuseTheRunAndAnExpiredWaiverKeepsNothing() throws IOException {
    TinyCensus tiny = new TinyCensus(directory);
    CensusDescription census =
        tiny.describe(
            "must_report:",
            "  - {dataset: shelter, level: township}",
            "waivers:",
            WAIVER.formatted("2025-12-30"));
    assertThatThrownBy(() -> tiny.ingest("r1", census))
        .isInstanceOf(QualityRefusedException.class)
        .hasMessageContaining(
            "unit_not_reported: unit " + TinyCensus.WEST + " must report and has filed nothing");
    assertThat(tiny.told("SELECT count(*) FROM staging.shelter")).containsExactly("0");
    assertThat(tiny.told(FINDINGS.replace("ops.finding", "ops.finding VERSION AS OF 'run_r1'")))
        .containsExactly(
            "outside_unit error H3 null",
            "ratio warning H2 null",
            "unit_not_reported error null null",
            "waiver_expired warning null null");
  }

  @Test
  @Tag("long")
  void whatSomebodyAnswersForLeavingOutStaysOut() throws IOException {
    TinyCensus tiny = new TinyCensus(directory);
    String excluded = WAIVER.formatted("2026-06-30").replace("author", "effect: exclude, author");
    tiny.ingest("r1", tiny.describe("waivers:", excluded));
    assertThat(tiny.told(FINDINGS))
        .containsExactly("outside_unit error H3 李工", "ratio warning H2 null");
    assertThat(tiny.told("SELECT object_id FROM staging.shelter ORDER BY 1"))
        .containsExactly("H1", "H2");
    assertThat(tiny.told("SELECT reason, row_number FROM ops.quarantine"))
        .containsExactly("outside_unit 3");
  }

  @Test
  void everyProblemOfTheTermsIsToldAtOnce() throws IOException {
    TinyCensus tiny = new TinyCensus(directory);
    assertThatThrownBy(
            () ->
                tiny.describe(
                    "deadline: 明年",
                    "must_report:",
                    "  - {dataset: shelters, level: hamlet}",
                    "waivers:",
                    "  - {rule: outside, source: shelter, author: 李工, reason: 飞地, effect: ignore}",
                    "  - {rule: required, source: shelters, author: 李工, reason: 缺, expires: 2026-01-01}"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll(
            "deadline cannot be '明年'",
            "no dataset 'shelters'",
            "no level 'hamlet'",
            "there is no source 'shelter'",
            "'expires' is missing",
            "no rule 'outside'",
            "rule 'required' cannot be waived",
            "effect 'ignore' is neither accept (the row goes in) nor exclude");
  }
}
