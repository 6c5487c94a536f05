/** Breaks that turn an index into levels: thresholds, natural breaks, percentiles, mean ± σ. */
@NullMarked
package org.riskcensus.core.classify;

import org.jspecify.annotations.NullMarked;
