package org.riskcensus.pipeline.job.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LossTotalsTest {

  @Test
  void valuesAreAddedAsTheDecimalsTheyAreWrittenAs() {
    Random random = new Random(3);
    LossTotals totals = new LossTotals(1);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < 20_000; i++) {
      double value =
          switch (i % 4) {
            case 0 -> random.nextInt(1000) / 100.0;
            case 1 -> (random.nextInt(2_000_001) * 2 + 1) / 2e6; // halves of a millionth
            case 2 -> random.nextDouble() * 1e12;
            default -> -random.nextDouble() * 1e5;
          };
      totals.add(0, value, true);
      sum = sum.add(BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP));
    }
    assertThat(totals.sum(0)).isEqualByComparingTo(sum);
  }

  @Test
  void aPlaceholderOfNinesStopsNothing() {
    LossTotals totals = new LossTotals(1);
    totals.add(0, 99_999_999_999_999.0, true);
    totals.add(0, 0.1, true);
    assertThat(totals.plus(totals).sum(0)).isEqualByComparingTo("199999999999998.2");
  }

  @Test
  void sumsBeyondALongAreExactToo() {
    LossTotals totals = new LossTotals(2);
    for (int i = 0; i < 20_000; i++) {
      totals.add(0, 999_999_999.25, true);
      totals.add(1, -999_999_999.25, true);
    }
    assertThat(totals.sum(0)).isEqualByComparingTo("19999999985000");
    assertThat(totals.sum(1)).isEqualByComparingTo("-19999999985000");
    LossTotals both = totals.plus(new LossTotals(2).plus(totals));
    assertThat(both.sum(0)).isEqualByComparingTo("39999999970000");
  }

  @Test
  void notReportedZeroAndNotApplicableAreThreeThings() {
    LossTotals totals = new LossTotals(3);
    totals.add(0, 0.0, true);
    totals.add(1, null, true);
    totals.add(2, null, false);
    assertThat(totals.isReported(0)).isTrue();
    assertThat(totals.isMissing(1)).isTrue();
    assertThat(totals.isReported(2) || totals.isMissing(2)).isFalse();
  }
}
