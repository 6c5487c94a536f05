package org.riskcensus.core.finding;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of one filed row.
 *
 * @param rule id of the rule, as in {@code schemas/rules}
 * @param severity error or warning
 * @param field column the finding is about, empty for the row as a whole
 * @param observed the value seen
 * @param expected what the rule wants
 * @param proposal a repair the filer may accept, with its change; null where none is known
 */
public record Finding(
    String rule,
    Severity severity,
    String field,
    Wording observed,
    Wording expected,
    @Nullable Wording proposal)
    implements Serializable {}
