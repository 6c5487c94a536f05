package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.riskcensus.core.finding.Severity;

/**
 * One audit rule: what it is called, how grave it is and how it is told. A record of the rule file,
 * so it has as many components as the file has keys.
 *
 * @param id id findings carry
 * @param severity usual severity; a finding may carry another where the rule says so
 * @param version version of the rule
 * @param family check family: completeness, conformity, consistency, uniqueness, space,
 *     plausibility or timeliness
 * @param messageZh message template in Chinese, with {field}, {observed} and {expected}
 * @param messageEn the same in English
 * @param advice what a filer does about a finding, in English
 * @param evidence evidence mark with its source
 * @param needs what it would need to be checked that is not filed; empty for a rule in force
 * @param waivable whether a waiver can let a row with such an error into staging; not where staging
 *     would lack what it must have
 * @param blocksRelease whether an open finding of it refuses the release, even when its row is kept
 *     out: figures that people sign would lack what was filed
 * @param thresholds limits of the rule, by name
 * @param scopes what the rule is applied to, one entry a table, with the columns it looks at
 */
public record Rule(
    String id,
    Severity severity,
    String version,
    String family,
    String messageZh,
    String messageEn,
    String advice,
    String evidence,
    String needs,
    boolean waivable,
    boolean blocksRelease,
    Map<String, Threshold> thresholds,
    List<RuleScope> scopes)
    implements Serializable {

  /**
   * One limit of a rule.
   *
   * @param value in {@code unit}
   * @param evidence evidence mark with its source
   */
  public record Threshold(double value, String unit, String evidence) implements Serializable {}

  /** Whether the pipeline checks the rule. */
  public boolean inForce() {
    return needs.isEmpty();
  }

  /**
   * The value of a limit.
   *
   * @throws NoSuchElementException when the rule has no such limit
   */
  public double threshold(String name) {
    Threshold threshold = thresholds.get(name);
    if (threshold == null) {
      throw new NoSuchElementException("rule " + id + " has no threshold " + name);
    }
    return threshold.value();
  }

  /** The scopes of one dataset. */
  public List<RuleScope> scopesOf(String dataset) {
    return scopes.stream().filter(scope -> scope.table().equals(dataset)).toList();
  }

  /** The datasets the rule is applied to. */
  public Object[] datasets() {
    return scopes.stream().map(RuleScope::table).distinct().toArray();
  }
}
