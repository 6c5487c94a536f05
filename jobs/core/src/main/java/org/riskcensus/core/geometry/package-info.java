/** Geometry encoding, validity and repair. */
@NullMarked
package org.riskcensus.core.geometry;

import org.jspecify.annotations.NullMarked;
