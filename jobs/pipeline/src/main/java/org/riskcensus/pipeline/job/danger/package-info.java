/** The register of hidden dangers 灾害隐患台账 in their closed loop. */
@NullMarked
package org.riskcensus.pipeline.job.danger;

import org.jspecify.annotations.NullMarked;
