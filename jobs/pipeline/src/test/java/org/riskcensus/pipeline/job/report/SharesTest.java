package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riskcensus.formats.report.Cell;

class SharesTest {

  @Test
  void sharesAddUpToAHundredAsShown() {
    assertThat(Shares.percent(List.of(1.0, 1.0, 1.0)))
        .extracting(Cell::shown)
        .containsExactly("33.4", "33.3", "33.3");
  }

  @Test
  void whatWasNotReportedHasNoShareAndZeroHasZero() {
    assertThat(Shares.percent(Arrays.asList(null, 0.0, 4.0)))
        .extracting(Cell::shown)
        .containsExactly("…", "0.0", "100.0");
  }

  @Test
  void sharesOfNothingDoNotApply() {
    assertThat(Shares.percent(Arrays.asList(0.0, null)))
        .containsExactly(Cell.Missing.NOT_APPLICABLE, Cell.Missing.NOT_REPORTED);
  }
}
