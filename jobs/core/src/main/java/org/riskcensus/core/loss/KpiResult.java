package org.riskcensus.core.loss;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where one target stands.
 *
 * @param value the value in the target's unit and base; null when it cannot be had
 * @param reason how the value came about, or why there is none
 */
public record KpiResult(KpiTarget target, @Nullable Double value, KpiStatus status, String reason)
    implements Serializable {}
