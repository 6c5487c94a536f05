package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;

class SharesTest {

  @Test
  void sharesAddUpToAHundredAsShown() {
    assertThat(Shares.percent(parts(1.0, 1.0, 1.0)))
        .containsExactly(tenths(33.4), tenths(33.3), tenths(33.3));
  }

  @Test
  void whatWasNotReportedHasNoShareAndZeroHasZero() {
    assertThat(Shares.percent(parts(null, 0.0, 4.0)))
        .containsExactly(Cell.Missing.NOT_REPORTED, tenths(0), tenths(100));
  }

  @Test
  void sharesOfNothingDoNotApply() {
    assertThat(Shares.percent(parts(0.0, null)))
        .containsExactly(Cell.Missing.NOT_APPLICABLE, Cell.Missing.NOT_REPORTED);
  }

  private static List<Figure> parts(@Nullable Double... values) {
    return Arrays.stream(values)
        .map(value -> value == null ? Figure.NOT_REPORTED : Figure.of(value))
        .toList();
  }

  private static Cell tenths(double value) {
    return new Cell.Figure(value, NumberForm.ONE);
  }
}
