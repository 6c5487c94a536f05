package org.riskcensus.pipeline.audit.check;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.config.MustReport;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rules;

/** All rules that look at many rows, in one dataset: it is read once, when findings are written. */
public final class AuditChecks {

  private final Contracts contracts;
  private final Rules rules;
  private final List<AuditCheck> checks;

  /**
   * The checks of one census year.
   *
   * @param year census year
   * @param accountsBefore rows of {@code ops.row_account} of the census year before
   */
  public AuditChecks(Contracts contracts, Rules rules, int year, Dataset<Row> accountsBefore) {
    this.contracts = contracts;
    this.rules = rules;
    this.checks =
        new ArrayList<>(
            List.of(
                new NearDuplicateCheck(),
                new CopiedRowCheck(),
                new OutlierCheck(),
                new OverlapCheck(),
                new LevelCoverageCheck(),
                new FloodNestingCheck(),
                new OffsetCheck(),
                new LevelSumCheck(),
                new YearbookSumCheck(year),
                new CountChangeCheck(accountsBefore),
                new LossAgainstUnitCheck("W1"),
                new LossAgainstUnitCheck("W4"),
                new LossSeriesCheck(year),
                new LossChainCheck(),
                new LossLevelCheck()));
  }

  /**
   * Adds what the census year before says of hidden dangers.
   *
   * @param dangers its rows of {@code staging.hidden_danger}
   */
  public AuditChecks dangersBefore(Dataset<Row> dangers) {
    checks.add(new DangerStatusCheck(dangers));
    return this;
  }

  /**
   * Adds units that must report.
   *
   * @param units {@code admin_code, level, county_code} of the units there are
   */
  public AuditChecks demand(List<MustReport> demands, Dataset<Row> units) {
    if (!demands.isEmpty()) {
      checks.add(new CompletenessCheck(demands, units));
    }
    return this;
  }

  /**
   * What is wrong, as {@link Found} shapes it.
   *
   * @param judged rows of all datasets with their verdicts
   */
  public Dataset<Row> find(Dataset<Row> judged) {
    JudgedRows rows = new JudgedRows(judged, contracts);
    List<Dataset<Row>> found = new ArrayList<>();
    checks.forEach(check -> found.add(check.find(rows, rules)));
    return found.stream().reduce(Dataset::unionByName).orElseThrow();
  }
}
