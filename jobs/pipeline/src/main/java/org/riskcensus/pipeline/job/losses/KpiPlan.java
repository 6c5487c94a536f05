package org.riskcensus.pipeline.job.losses;

import java.util.List;
import org.riskcensus.core.loss.KpiTarget;

/**
 * One county's emergency-management plan.
 *
 * @param plan its letter
 * @param county six-digit code of the county it is for
 * @param title its Chinese title
 * @param targets its targets, in the order of the register
 */
record KpiPlan(String plan, String county, String title, List<KpiTarget> targets) {}
