/** Audit rules that look at many rows: near-duplicates, coverages, outliers, sums, offsets. */
@NullMarked
package org.riskcensus.pipeline.audit.check;

import org.jspecify.annotations.NullMarked;
