/** Capacity products 减灾能力成果: what services cover, posts of officers, stock against need. */
@NullMarked
package org.riskcensus.pipeline.job.capacity;

import org.jspecify.annotations.NullMarked;
