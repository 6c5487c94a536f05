/** Export: tables of the lake as files people open, and map sheets of zones and levels. */
@NullMarked
package org.riskcensus.pipeline.job.export;

import org.jspecify.annotations.NullMarked;
