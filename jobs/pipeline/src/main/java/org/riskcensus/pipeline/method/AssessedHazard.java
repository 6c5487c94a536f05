package org.riskcensus.pipeline.method;

import java.io.Serializable;
import java.util.List;
import org.riskcensus.core.hazard.HazardMethod;

/**
 * A hazard that is assessed: an entry of the code list {@code hazard} with the method of the file
 * of its name.
 *
 * @param code how tables name it
 * @param name its Chinese name
 * @param tables staging tables that its method reads, without the namespace: that of its objects
 *     first
 * @param inputs columns of the first table which the index follows from
 * @param method how its objects become areas
 */
public record AssessedHazard(
    String code, String name, List<String> tables, List<String> inputs, HazardMethod method)
    implements Serializable {

  /** The staging table of its objects. */
  public String table() {
    return tables.get(0);
  }
}
