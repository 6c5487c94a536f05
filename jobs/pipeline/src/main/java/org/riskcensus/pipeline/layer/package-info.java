/**
 * Layers as datasets: a file or a table of the lake with its geometry laid out for the spatial
 * engine, its attributes with the types the source knows, and an account of what could not be used.
 */
@NullMarked
package org.riskcensus.pipeline.layer;

import org.jspecify.annotations.NullMarked;
