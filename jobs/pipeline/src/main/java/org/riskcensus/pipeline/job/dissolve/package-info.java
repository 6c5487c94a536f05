/** The areas of a layer united by class. */
@NullMarked
package org.riskcensus.pipeline.job.dissolve;

import org.jspecify.annotations.NullMarked;
