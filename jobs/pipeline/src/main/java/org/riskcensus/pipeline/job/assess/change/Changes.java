package org.riskcensus.pipeline.job.assess.change;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of levels between two releases.
 *
 * @param units units and hazards, changed or not
 * @param cells places and hazards, changed or not
 * @param places the places
 * @param causes what differs between the releases
 */
public record Changes(
    ChangeConfig config,
    ReleasedAssessment from,
    ReleasedAssessment to,
    Dataset<Row> units,
    Dataset<Row> cells,
    ChangePlaces places,
    List<Cause> causes) {

  /** Units whose level changed, in the order of their codes. */
  Dataset<Row> changedUnits() {
    return LevelSteps.changed(units).orderBy("admin_code", "hazard");
  }

  /** Area of the places whose level changed, by levels and cause. */
  Dataset<Row> changedAreas() {
    return LevelSteps.changed(ChangeJob.areas(cells))
        .orderBy(
            col("county_code"),
            col("hazard"),
            col("level_0").desc_nulls_last(),
            col("level_3").desc_nulls_last(),
            col("cause"));
  }
}
