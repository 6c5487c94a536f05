package org.riskcensus.core.loss;

import java.io.Serializable;
import java.util.List;
import org.riskcensus.core.finding.Finding;

/** One audit rule over one loss row; silent whenever a value it needs was not reported. */
interface LossRule extends Serializable {
  List<Finding> check(LossRecord row, LossContext context);
}
