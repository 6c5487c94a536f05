/** Expected loss: assets, depth grids and damage curves to damage by return period and by year. */
@NullMarked
package org.riskcensus.pipeline.job.expectedloss;

import org.jspecify.annotations.NullMarked;
