package org.riskcensus.pipeline.job.inspection;

import java.util.List;
import org.riskcensus.core.inspection.InspectionLimits;

/**
 * An inspection that was carried out.
 *
 * @param sample what was drawn
 * @param sheet what was handed in
 * @param limits it is judged by
 * @param items verdicts, in order of the sample
 * @param results of the whole, by dataset and by county; the first is that of the whole
 */
record Inspection(
    InspectionSample sample,
    FilledSheet sheet,
    InspectionLimits limits,
    List<InspectedItem> items,
    List<InspectionResult> results) {

  /** The result of the whole sample. */
  InspectionResult whole() {
    return results.get(0);
  }
}
