/**
 * The annual report: what a statistics office issues on one unit and year, made from one release
 * and nothing else.
 */
@NullMarked
package org.riskcensus.pipeline.job.report;

import org.jspecify.annotations.NullMarked;
