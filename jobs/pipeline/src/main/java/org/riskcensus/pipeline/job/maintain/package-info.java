/** Maintain: what runs leave behind that nobody reads any more. */
@NullMarked
package org.riskcensus.pipeline.job.maintain;

import org.jspecify.annotations.NullMarked;
