/**
 * The kernel of the spatial join: which rows of the right side a geometry of the left side meets,
 * by any predicate, and how much area they share. Plain geometry without an engine around it.
 */
@NullMarked
package org.riskcensus.core.join;

import org.jspecify.annotations.NullMarked;
