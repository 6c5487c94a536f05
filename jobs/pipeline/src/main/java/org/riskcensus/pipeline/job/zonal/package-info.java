/** Statistics of the values of a raster over zones, and its values at points. */
@NullMarked
package org.riskcensus.pipeline.job.zonal;

import org.jspecify.annotations.NullMarked;
