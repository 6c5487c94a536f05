package org.riskcensus.pipeline.job.ingest;

import java.util.Optional;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.MustReport;
import org.riskcensus.pipeline.config.Waiver;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.yaml.Problems;

/** Holds the terms of quality of a description against rules, contracts and code lists. */
public final class QualityTermsCheck {

  private QualityTermsCheck() {}

  /** Adds what is wrong with the terms of {@code census} to {@code problems}. */
  public static void check(
      CensusDescription census, Contracts contracts, Rules rules, Problems problems) {
    for (Waiver waiver : census.quality().waivers()) {
      Optional<Rule> rule = rules.find(waiver.rule());
      if (rule.isEmpty()) {
        problems.add(census.path(), waiver.line(), "waiver: no rule '" + waiver.rule() + "'");
      } else if (rule.get().severity() == Severity.ERROR
          && !rule.get().waivable()
          && !waiver.excludes()) {
        problems.add(
            census.path(),
            waiver.line(),
            "waiver: rule '"
                + waiver.rule()
                + "' cannot be waived, staging would lack what it needs; mend the row instead");
      }
    }
    for (MustReport must : census.quality().mustReport()) {
      if (contracts.find("staging." + must.dataset()).isEmpty()) {
        problems.add(census.path(), 0, "must_report: " + contracts.noDataset(must.dataset()));
      }
      boolean known = contracts.codeList("admin_level").codes().contains(must.level());
      if (!must.level().isEmpty() && !known) {
        problems.add(census.path(), 0, "must_report: no level '" + must.level() + "'");
      }
    }
  }
}
