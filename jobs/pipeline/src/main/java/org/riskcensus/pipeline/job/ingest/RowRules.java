package org.riskcensus.pipeline.job.ingest;

import java.io.Serializable;
import org.riskcensus.core.loss.LossRules;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.method.LossRulesReader;

/**
 * What rows are judged by.
 *
 * @param rules audit rules with their limits
 * @param losses the rules between the figures of a loss report
 */
record RowRules(Rules rules, LossRules losses) implements Serializable {

  /** The rules on the class path. */
  static RowRules load() {
    return new RowRules(Rules.load(), LossRulesReader.read());
  }

  /** A limit of a rule. */
  double limit(String rule, String threshold) {
    return rules.get(rule).threshold(threshold);
  }
}
