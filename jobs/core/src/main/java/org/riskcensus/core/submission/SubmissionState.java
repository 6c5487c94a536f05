package org.riskcensus.core.submission;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The states of a submission 报送状态 [F]: a county files and checks itself, the city and then the
 * province review; what fails is returned with a reason, corrected and filed again. New content of
 * the same source supersedes whatever was there; the same content filed once more begins anew.
 */
public enum SubmissionState {
  DRAFT("草稿"),
  SELF_CHECKED("已自检"),
  SUBMITTED("已报送"),
  CITY_REVIEW("市级审核"),
  PROVINCE_REVIEW("省级审核"),
  ACCEPTED("已接收"),
  RETURNED("已退回"),
  SUPERSEDED("已被替代");

  private final String label;

  SubmissionState(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }

  /** The word stored in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of a word, in any case.
   *
   * @throws IllegalArgumentException when there is no such state; the message lists them
   */
  public static SubmissionState of(String word) {
    for (SubmissionState state : values()) {
      if (state.name().equalsIgnoreCase(word)) {
        return state;
      }
    }
    throw new IllegalArgumentException(
        "no state '" + word + "'; states are " + EnumSet.allOf(SubmissionState.class));
  }

  /** The states that may follow. */
  public Set<SubmissionState> next() {
    return switch (this) {
      case DRAFT -> EnumSet.of(SELF_CHECKED, SUPERSEDED);
      case SELF_CHECKED -> EnumSet.of(SUBMITTED, SUPERSEDED);
      case SUBMITTED -> EnumSet.of(CITY_REVIEW, RETURNED, SUPERSEDED);
      case CITY_REVIEW -> EnumSet.of(PROVINCE_REVIEW, RETURNED, SUPERSEDED);
      case PROVINCE_REVIEW -> EnumSet.of(ACCEPTED, RETURNED, SUPERSEDED);
      case ACCEPTED, RETURNED -> EnumSet.of(SUPERSEDED);
      case SUPERSEDED -> EnumSet.of(DRAFT);
    };
  }

  /**
   * Refuses a step that the process does not know.
   *
   * @throws IllegalArgumentException which names the states that may follow
   */
  public void require(SubmissionState to) {
    if (!next().contains(to)) {
      throw new IllegalArgumentException(
          "from " + this + " a submission cannot become " + to + "; allowed: " + next());
    }
  }
}
