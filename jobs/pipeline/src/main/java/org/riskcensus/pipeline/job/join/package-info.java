/** The spatial join of any two files or tables: read both sides, join, write or count the pairs. */
@NullMarked
package org.riskcensus.pipeline.job.join;

import org.jspecify.annotations.NullMarked;
