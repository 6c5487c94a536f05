/** Coordinate reference systems and transforms, longitude first. */
@NullMarked
package org.riskcensus.formats.crs;

import org.jspecify.annotations.NullMarked;
