/**
 * Hazard assessment per object: a surveyed object becomes areas with an index and a level, by
 * methods that are data. Geometry is in the analysis plane, in metres.
 */
@NullMarked
package org.riskcensus.core.hazard;

import org.jspecify.annotations.NullMarked;
