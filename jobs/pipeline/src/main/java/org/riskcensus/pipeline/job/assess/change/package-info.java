/**
 * What changed between two releases and why: risk is computed again with data, boundaries or method
 * held.
 */
@NullMarked
package org.riskcensus.pipeline.job.assess.change;

import org.jspecify.annotations.NullMarked;
