package org.riskcensus.pipeline.job.assess;

import org.riskcensus.core.grid.Cells;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * What an assessment is run with.
 *
 * @param year census year
 * @param cellSizeMetres side of the assessment cells, 100 m times or divided by a power of two
 * @param methods the methods
 */
public record AssessConfig(int year, double cellSizeMetres, AssessmentMethods methods) {

  /** Refuses a side that is no level of the grid. */
  public AssessConfig {
    Cells.levelOfSide(cellSizeMetres);
  }

  int level() {
    return Cells.levelOfSide(cellSizeMetres);
  }
}
