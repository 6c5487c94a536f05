package org.riskcensus.pipeline.job.expectedloss;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of the assets say what.
 *
 * @param id identifier; null takes {@code object_id} or {@code id} where there is one, else the row
 *     number
 * @param value what is at stake, a number from 0 in any unit; damage comes in the same
 * @param curve name of the damage curve; null where one curve goes for all
 */
public record AssetFields(@Nullable String id, String value, @Nullable String curve)
    implements Serializable {}
