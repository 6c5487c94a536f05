/**
 * The assessment: staging tables become hazard areas, exposure, risk and zones. Everything meets on
 * the cells of the grid: {@link org.riskcensus.pipeline.job.assess.CellPieces} cuts, {@link
 * org.riskcensus.pipeline.job.assess.CellFacts} crosses what lies in one cell, and each other
 * transform makes one table of the facts.
 */
@NullMarked
package org.riskcensus.pipeline.job.assess;

import org.jspecify.annotations.NullMarked;
