package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;

class DangerCountsTest {

  private final DangerCounts counts =
      DangerCounts.of(
          LocalSpark.session()
              .sql(
                  "SELECT * FROM VALUES ('flood', 'open', true, NULL, true),"
                      + " ('flood', 'open', false, NULL, NULL),"
                      + " ('flood', 'closed', false, 'closed_unrectified', false),"
                      + " ('other', 'closed', false, NULL, NULL)"
                      + " AS t(kind, status, overdue, flaw, supervised)"));

  @Test
  void dangersAreCountedByKindAndState() {
    assertThat(counts.all()).isEqualTo(4);
    assertThat(counts.inState("open").all()).isEqualTo(2);
    assertThat(counts.ofKind("flood").inState("closed").all()).isEqualTo(1);
    assertThat(counts.overdue()).isEqualTo(1);
    assertThat(counts.flawed()).isEqualTo(1);
  }

  @Test
  void supervisionThatNobodyFiledIsNoZero() {
    assertThat(counts.supervised()).hasValue(1);
    assertThat(counts.ofKind("flood").inState("closed").supervised()).hasValue(0);
    assertThat(counts.ofKind("other").supervised()).isEmpty();
  }
}
