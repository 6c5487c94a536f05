/** Rasters as grids of cells: where a position lies, and which cells a geometry touches. */
@NullMarked
package org.riskcensus.core.raster;

import org.jspecify.annotations.NullMarked;
