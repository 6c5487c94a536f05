package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;

/**
 * A filed row in the types of its contract, and what is wrong with it.
 *
 * @param columns names of the columns, in contract order
 * @param values one value a column; null where nothing (or nothing usable) was filed
 * @param findings in column order
 */
public record TypedRow(List<String> columns, List<@Nullable Object> values, List<Finding> findings)
    implements Serializable {

  /** Column name to value, in contract order; nulls included. */
  public Map<String, @Nullable Object> byName() {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      named.put(columns.get(i), values.get(i));
    }
    return Collections.unmodifiableMap(named);
  }
}
