package org.riskcensus.pipeline.job.assess;

import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * What an assessment is run with.
 *
 * @param year census year
 * @param cells sides of the assessment cells
 * @param methods the methods
 * @param schemas the files that the methods were read from
 */
public record AssessConfig(
    int year, CellSizes cells, AssessmentMethods methods, SchemaFiles schemas) {

  /** With the methods of the class path. */
  public AssessConfig(int year, CellSizes cells, AssessmentMethods methods) {
    this(year, cells, methods, SchemaFiles.load());
  }
}
