/** Weights of indicators: pairwise comparison (AHP), entropy, both combined, or given. */
@NullMarked
package org.riskcensus.core.weighting;

import org.jspecify.annotations.NullMarked;
