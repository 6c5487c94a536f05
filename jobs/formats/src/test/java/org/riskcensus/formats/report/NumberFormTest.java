package org.riskcensus.formats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NumberFormTest {

  @Test
  void thousandsAreSeparatedAndDigitsKept() {
    assertThat(NumberForm.TWO.text(12345.6)).isEqualTo("12,345.60");
    assertThat(NumberForm.WHOLE.text(0)).isEqualTo("0");
  }

  @Test
  void halvesAreRoundedAwayFromZeroOnTheDigitsAReaderSees() {
    assertThat(NumberForm.TWO.text(2.675)).isEqualTo("2.68");
    assertThat(NumberForm.TWO.text(-2.675)).isEqualTo("-2.68");
    assertThat(NumberForm.WHOLE.text(0.5)).isEqualTo("1");
  }

  @Test
  void whatRoundsToZeroHasNoSign() {
    assertThat(NumberForm.CHANGE.text(-0.04)).isEqualTo("0.0");
    assertThat(NumberForm.CHANGE.text(0)).isEqualTo("0.0");
  }

  @Test
  void gainsCarryAPlus() {
    assertThat(NumberForm.CHANGE.text(3.25)).isEqualTo("+3.3");
    assertThat(NumberForm.CHANGE.text(-3.25)).isEqualTo("-3.3");
  }

  @Test
  void workbooksFormatAlike() {
    assertThat(NumberForm.TWO.excel()).isEqualTo("#,##0.00");
    assertThat(NumberForm.CHANGE.excel()).isEqualTo("+#,##0.0;-#,##0.0;#,##0.0");
  }

  @Test
  void aFigureIsFinite() {
    assertThatThrownBy(() -> new Cell.Figure(Double.NaN, NumberForm.TWO))
        .hasMessageContaining("finite");
  }
}
