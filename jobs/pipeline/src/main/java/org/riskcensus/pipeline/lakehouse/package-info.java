/**
 * The lake: one Spark session over one Iceberg catalog, tables made from contracts, writes that
 * happen once.
 */
@NullMarked
package org.riskcensus.pipeline.lakehouse;

import org.jspecify.annotations.NullMarked;
