/** Measurements of the engine: generated data, timings, and checks of what is timed. */
@NullMarked
package org.riskcensus.bench;

import org.jspecify.annotations.NullMarked;
