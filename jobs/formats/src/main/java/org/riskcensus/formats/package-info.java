/** Files in and out: vector, raster and tabular formats, and coordinate reference systems. */
@NullMarked
package org.riskcensus.formats;

import org.jspecify.annotations.NullMarked;
