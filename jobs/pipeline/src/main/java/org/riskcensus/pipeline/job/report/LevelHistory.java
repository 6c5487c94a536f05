package org.riskcensus.pipeline.job.report;

import java.util.Optional;
import org.riskcensus.pipeline.contract.LevelScale;

/**
 * How a level is told that was another in the release before.
 *
 * @param before levels of the release before
 * @param now levels of the release
 */
record LevelHistory(LevelScale before, LevelScale now, Words words) {

  /** Raised, lowered or the same, or that the number was one of another scale. */
  String of(int from, int to) {
    String old = name(from);
    if (!now.isComparable(before)) {
      return words.get("risk.not_comparable", "level", old);
    }
    if (from == to) {
      return words.get("risk.same");
    }
    return words.get(to > from ? "risk.raised" : "risk.lowered", "level", old);
  }

  private String name(int level) {
    String number = String.valueOf(level);
    Optional<LevelScale.Level> found = before.find(number);
    return found.map(one -> words.language().of(one.zh(), one.en())).orElse(number);
  }
}
