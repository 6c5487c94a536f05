package org.riskcensus.pipeline.job.expectedloss;

import java.io.Serializable;
import org.riskcensus.formats.read.SourceSpec;

/**
 * The depth grid of one return period.
 *
 * @param label the return period as the user wrote it; names the column of its damage
 * @param years the same as a number, positive
 * @param spec the raster of depths in metres
 */
public record HazardSource(String label, double years, SourceSpec spec) implements Serializable {

  /** Name of the column that holds the damage at this return period. */
  String column() {
    return "damage_" + label;
  }
}
