/** Submissions: where files stand in review, their steps, and the way of a row back to its file. */
@NullMarked
package org.riskcensus.pipeline.job.submission;

import org.jspecify.annotations.NullMarked;
