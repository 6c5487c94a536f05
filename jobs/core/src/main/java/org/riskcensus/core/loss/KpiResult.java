package org.riskcensus.core.loss;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where one target stands.
 *
 * @param period the years the value is of: {@code 2021-2024} or {@code 2024}
 * @param value the value in the indicator's unit and base; null when it cannot be had
 * @param reason how the value came about, or why there is none
 */
public record KpiResult(
    KpiTarget target, String period, @Nullable Double value, KpiStatus status, String reason)
    implements Serializable {}
