/**
 * Loss statistics of disasters 灾情统计: what a filed loss row may say, how rows add up, real prices,
 * and the evaluation of plan targets.
 *
 * <p>Null means "not reported" and is never read as zero. Amounts are exact decimals, so that a sum
 * does not depend on the order of its terms.
 */
@NullMarked
package org.riskcensus.core.loss;

import org.jspecify.annotations.NullMarked;
