/** Publish: year tags on every table of a release. */
@NullMarked
package org.riskcensus.pipeline.job.publish;

import org.jspecify.annotations.NullMarked;
