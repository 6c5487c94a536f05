/**
 * The hierarchical square grid of the analysis plane and the tessellation of geometry into its
 * cells.
 */
@NullMarked
package org.riskcensus.core.grid;

import org.jspecify.annotations.NullMarked;
