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
 * @param table staging table of its objects, without the namespace
 * @param inputs columns of that table which the index follows from
 * @param method how its objects become areas
 */
public record AssessedHazard(
    String code, String name, String table, List<String> inputs, HazardMethod method)
    implements Serializable {}
