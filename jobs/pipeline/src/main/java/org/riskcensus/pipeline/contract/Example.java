package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row in the contract, checked by the tests.
 *
 * @param row column name to text, as a filer would write it
 * @param rule the rule the row breaks, null for a valid row
 * @param field the column the rule is about, null for a valid row
 * @param line line in the contract file
 */
public record Example(
    Map<String, String> row, @Nullable String rule, @Nullable String field, int line)
    implements Serializable {

  /** Whether the row is one to accept. */
  public boolean valid() {
    return rule == null;
  }
}
