package org.riskcensus.core.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.riskcensus.core.submission.SubmissionState.ACCEPTED;
import static org.riskcensus.core.submission.SubmissionState.CITY_REVIEW;
import static org.riskcensus.core.submission.SubmissionState.DRAFT;
import static org.riskcensus.core.submission.SubmissionState.PROVINCE_REVIEW;
import static org.riskcensus.core.submission.SubmissionState.RETURNED;
import static org.riskcensus.core.submission.SubmissionState.SELF_CHECKED;
import static org.riskcensus.core.submission.SubmissionState.SUBMITTED;
import static org.riskcensus.core.submission.SubmissionState.SUPERSEDED;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionStateTest {

  @Test
  void countyCityAndProvinceFollowEachOther() {
    List<SubmissionState> way =
        List.of(DRAFT, SELF_CHECKED, SUBMITTED, CITY_REVIEW, PROVINCE_REVIEW, ACCEPTED);
    for (int i = 1; i < way.size(); i++) {
      SubmissionState from = way.get(i - 1);
      SubmissionState to = way.get(i);
      assertThatCode(() -> from.require(to)).doesNotThrowAnyException();
    }
  }

  @Test
  void onlyWhatWasSubmittedAndNotYetAcceptedIsReturned() {
    for (SubmissionState state : SubmissionState.values()) {
      boolean underReview = state == SUBMITTED || state == CITY_REVIEW || state == PROVINCE_REVIEW;
      assertThat(state.next().contains(RETURNED)).as("%s", state).isEqualTo(underReview);
    }
  }

  @Test
  void newContentSupersedesWhateverIsThereAndOldContentBeginsAnew() {
    for (SubmissionState state : SubmissionState.values()) {
      assertThat(state.next().contains(SUPERSEDED)).isEqualTo(state != SUPERSEDED);
    }
    assertThat(SUPERSEDED.next()).containsExactly(DRAFT);
  }

  @Test
  void aStepNobodyKnowsIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> DRAFT.require(ACCEPTED))
        .hasMessage(
            "from DRAFT a submission cannot become ACCEPTED; allowed: [SELF_CHECKED, SUPERSEDED]");
    assertThatThrownBy(() -> SubmissionState.of("done")).hasMessageContaining("PROVINCE_REVIEW");
  }
}
