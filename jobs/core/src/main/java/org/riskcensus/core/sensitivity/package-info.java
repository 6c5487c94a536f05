/** How much grades depend on the weights: weights are varied, breaks stay as they are. */
@NullMarked
package org.riskcensus.core.sensitivity;

import org.jspecify.annotations.NullMarked;
