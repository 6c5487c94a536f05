/**
 * The synthetic census: two counties in the formats people have, with known defects and the
 * expected results beside them. Plain Java, deterministic by seed, streaming to disk.
 */
@NullMarked
package org.riskcensus.pipeline.job.sample;

import org.jspecify.annotations.NullMarked;
