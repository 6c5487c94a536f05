package org.riskcensus.pipeline.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.submission.SubmissionState;

/**
 * A step to take.
 *
 * @param to the state to reach
 * @param actor who takes it
 * @param day when, as given
 * @param reason why; null where none is needed
 */
public record SubmissionStep(
    SubmissionState to, String actor, LocalDate day, @Nullable String reason) {}
