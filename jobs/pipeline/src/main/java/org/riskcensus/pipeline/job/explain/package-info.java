/** Why a unit has its grade: the chain from inputs to grade, told and tabulated. */
@NullMarked
package org.riskcensus.pipeline.job.explain;

import org.jspecify.annotations.NullMarked;
