/** What a person sees while a run works. */
@NullMarked
package org.riskcensus.pipeline.progress;

import org.jspecify.annotations.NullMarked;
