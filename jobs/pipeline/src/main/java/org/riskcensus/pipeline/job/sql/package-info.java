/** Queries of analysts over the lake. */
@NullMarked
package org.riskcensus.pipeline.job.sql;

import org.jspecify.annotations.NullMarked;
