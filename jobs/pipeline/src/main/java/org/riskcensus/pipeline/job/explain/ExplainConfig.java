package org.riskcensus.pipeline.job.explain;

import java.util.List;
import java.util.Optional;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Which grade is explained.
 *
 * @param year census year; its release is read
 * @param unit 12-digit code of a village, township or county
 * @param hazard the only hazard told of; empty for all
 */
public record ExplainConfig(int year, String unit, Optional<String> hazard) {

  /** Reads a request as a user writes it, and adds everything that is wrong with it. */
  public static ExplainConfig of(
      int year, String unit, Optional<String> hazard, Contracts contracts, Problems problems) {
    String code = unit.matches("\\d{6}|\\d{9}") ? unit + "0".repeat(12 - unit.length()) : unit;
    if (!code.matches("\\d{12}")) {
      problems.add(
          "--unit", 0, unit + " is no code of a county, township or village: 6, 9 or 12 digits");
    }
    List<String> known = contracts.codeList("risk_kind").codes();
    hazard
        .filter(name -> !known.contains(name))
        .ifPresent(name -> problems.add("--hazard", 0, name + " is none of " + known));
    return new ExplainConfig(year, code, hazard);
  }
}
