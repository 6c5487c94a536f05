package org.riskcensus.pipeline.job.assess;

import org.riskcensus.core.grid.Cells;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * What an assessment is run with.
 *
 * @param year census year
 * @param cellSizeMetres side of the assessment cells, 100 m times or divided by a power of two
 * @param methods the methods
 * @param schemas the files that the methods were read from
 */
public record AssessConfig(
    int year, double cellSizeMetres, AssessmentMethods methods, SchemaFiles schemas) {

  /** Refuses a side that is no level of the grid. */
  public AssessConfig {
    Cells.levelOfSide(cellSizeMetres);
  }

  /** With the methods of the class path. */
  public AssessConfig(int year, double cellSizeMetres, AssessmentMethods methods) {
    this(year, cellSizeMetres, methods, SchemaFiles.load());
  }

  int level() {
    return Cells.levelOfSide(cellSizeMetres);
  }
}
