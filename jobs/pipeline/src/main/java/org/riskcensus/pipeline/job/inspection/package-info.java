/**
 * Sampling inspection 质量抽检: draws objects, writes the sheet an inspector fills in, reads it back
 * and tells the error rate.
 */
@NullMarked
package org.riskcensus.pipeline.job.inspection;

import org.jspecify.annotations.NullMarked;
