package org.riskcensus.pipeline.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.riskcensus.pipeline.config.MustReport;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.lakehouse.SideBySide;

/** All rules that look at many rows. */
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
   * What is wrong, as {@link Found} shapes it. Each check is a query of its own, whose findings
   * stay with the executors: in one query of all checks every task would carry, and every stage
   * plan anew, the code of them all.
   *
   * @param judged rows with their verdicts
   * @param datasets whose rows they may be; checks of others are left out
   */
  public Dataset<Row> find(Dataset<Row> judged, Set<String> datasets) {
    JudgedRows rows = new JudgedRows(judged, datasets, contracts);
    List<Callable<Dataset<Row>>> queries = new ArrayList<>();
    for (AuditCheck check : checks) {
      if (check.concerns(rows, rules)) {
        queries.add(
            () -> check.find(rows, rules).localCheckpoint(true, StorageLevel.MEMORY_AND_DISK()));
      }
    }
    Dataset<Row> none = judged.sparkSession().createDataFrame(List.of(), Found.TYPE);
    return SideBySide.all(queries).stream().reduce(none, Dataset::unionByName);
  }
}
