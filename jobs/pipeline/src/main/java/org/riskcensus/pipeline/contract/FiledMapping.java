package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the fields of one filed source become columns, as its census description says.
 *
 * @param columns filed field name to column; other fields map by their name or label
 * @param values column to filed value to the value meant; an empty one means no value
 * @param units column to the unit it is filed in, or the factor it is multiplied by
 */
public record FiledMapping(
    Map<String, String> columns, Map<String, Map<String, String>> values, Map<String, String> units)
    implements Serializable {

  /** Fields are named as columns or labels, values are codes or names, units are the contract's. */
  public static final FiledMapping NONE = new FiledMapping(Map.of(), Map.of(), Map.of());

  /** The column a filed field stands for; what is mapped by hand wins. */
  public Optional<ColumnContract> find(TableContract table, String field) {
    String mapped = columns.get(field.strip());
    return mapped == null
        ? table.findColumn(field)
        : table.find(mapped).filter(ColumnContract::filed);
  }

  /**
   * Columns that more than one field of a file would fill: which one is meant cannot be known.
   *
   * @return column name to the fields that claim it
   */
  public Map<String, List<String>> ambiguous(TableContract table, List<String> fields) {
    Map<String, List<String>> claims = new LinkedHashMap<>();
    for (String field : fields) {
      find(table, field)
          .ifPresent(c -> claims.computeIfAbsent(c.name(), n -> new ArrayList<>()).add(field));
    }
    claims.values().removeIf(claimants -> claimants.size() < 2);
    return claims;
  }
}
