package org.riskcensus.pipeline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.pipeline.contract.Contracts;

class DangerLoopCheckTest {

  private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

  @Test
  void closedAfterRectificationIsRight() {
    assertThat(check("closed", JUNE, JULY)).isEmpty();
    assertThat(check("closed", JUNE, JUNE)).isEmpty();
    assertThat(check("open", null, null)).isEmpty();
    assertThat(check("rectified", null, null)).isEmpty();
  }

  @Test
  void closedWithoutRectificationIsTold() {
    assertThat(check("closed", null, null)).singleElement().satisfies(this::isClosedUnrectified);
    assertThat(check("open", null, JULY)).singleElement().satisfies(this::isClosedUnrectified);
  }

  @Test
  void closedBeforeRectificationIsTold() {
    assertThat(check("closed", JULY, JUNE)).singleElement().satisfies(this::isClosedUnrectified);
  }

  private void isClosedUnrectified(Finding finding) {
    assertThat(finding.rule()).isEqualTo("closed_unrectified");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.field()).isEqualTo("rectified_date");
  }

  private static List<Finding> check(
      String status, @Nullable LocalDate rectified, @Nullable LocalDate closed) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("status", status);
    row.put("rectified_date", rectified);
    row.put("closed_date", closed);
    return new DangerLoopCheck(Contracts.load()).check(row);
  }
}
