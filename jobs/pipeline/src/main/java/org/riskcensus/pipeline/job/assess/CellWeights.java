package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.riskcensus.pipeline.config.CellSizes;

/**
 * What the cells of a county count for in figures over the cells of a release: by their ground, so
 * that a county with small cells does not outvote one with large ones.
 */
final class CellWeights {

  private CellWeights() {}

  /** Of column {@code county_code}: whole numbers, 1 where the sides do not differ. */
  static Column of(CellSizes sizes) {
    Column weight = lit(sizes.weight(""));
    for (String county : sizes.byCounty().keySet()) {
      weight = when(col("county_code").equalTo(county), sizes.weight(county)).otherwise(weight);
    }
    return weight;
  }
}
