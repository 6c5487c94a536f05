package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What one column holds. A record of the contract file, so it has as many components as the file
 * has keys.
 *
 * @param name snake_case name in tables
 * @param label Chinese name in files and on maps
 * @param type value type
 * @param unit unit of a number, {@code 1} where it has none; empty for other types
 * @param required whether a value must be there
 * @param codes code list the values come from, null where free
 * @param range plausible values, null where any
 * @param pattern regular expression the whole value matches, null where any
 * @param doc meaning, in English
 * @param filed whether filers give it; the others are set by the pipeline
 */
public record ColumnContract(
    String name,
    String label,
    ColumnType type,
    String unit,
    boolean required,
    @Nullable String codes,
    @Nullable Range range,
    @Nullable String pattern,
    String doc,
    boolean filed)
    implements Serializable {}
