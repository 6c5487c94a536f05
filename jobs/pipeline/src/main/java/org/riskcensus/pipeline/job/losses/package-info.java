/**
 * Loss statistics, plan targets and the responsibility list: from staged reports and cell risks to
 * the marts {@code loss_by_unit_year}, {@code kpi_status} and {@code responsibility_item}.
 */
@NullMarked
package org.riskcensus.pipeline.job.losses;

import org.jspecify.annotations.NullMarked;
