/**
 * Geometry in Spark: projection to the analysis plane, tessellation into cells, what pieces of one
 * cell share, and the spatial functions of SQL. Geometry is WKB in {@code binary} columns.
 */
@NullMarked
package org.riskcensus.pipeline.spatial;

import org.jspecify.annotations.NullMarked;
