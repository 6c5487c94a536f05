/**
 * Geometry in Spark: the spatial join of two datasets, projection to the analysis plane, and the
 * spatial functions of SQL. Geometry is WKB in {@code binary} columns.
 */
@NullMarked
package org.riskcensus.pipeline.spatial;

import org.jspecify.annotations.NullMarked;
