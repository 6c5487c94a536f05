package org.riskcensus.pipeline.job.assess.change;

import java.util.Optional;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Which releases are held against each other, and for what.
 *
 * @param from census year of the earlier release
 * @param to census year of the later one
 * @param prefix digits that the codes of the units wanted begin with; empty for all
 * @param hazard the only hazard; empty for all
 */
public record ChangeConfig(int from, int to, String prefix, Optional<String> hazard) {

  private static final int COUNTY_DIGITS = 6;

  /** Reads a request as a user writes it, and adds everything that is wrong with it. */
  public static ChangeConfig of(
      int from,
      int to,
      Optional<String> unit,
      Optional<String> hazard,
      Contracts contracts,
      Problems problems) {
    if (from >= to) {
      problems.add("--to", 0, to + " is not later than --from " + from);
    }
    unit.filter(code -> !code.matches("\\d{6}|\\d{9}|\\d{12}"))
        .ifPresent(
            code -> problems.add("--unit", 0, code + " is no code of a unit: 6, 9 or 12 digits"));
    hazard
        .filter(name -> !contracts.codeList("risk_kind").codes().contains(name))
        .ifPresent(
            name ->
                problems.add(
                    "--hazard",
                    0,
                    name + " is none of " + contracts.codeList("risk_kind").codes()));
    String prefix = unit.map(code -> code.replaceAll("(0{6}|0{3})$", "")).orElse("");
    return new ChangeConfig(from, to, prefix, hazard);
  }

  /** Six digits of the only county wanted, if it is only one. */
  Optional<String> county() {
    return prefix.length() < COUNTY_DIGITS
        ? Optional.empty()
        : Optional.of(prefix.substring(0, COUNTY_DIGITS));
  }
}
