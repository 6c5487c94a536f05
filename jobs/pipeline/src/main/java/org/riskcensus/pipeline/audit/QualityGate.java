package org.riskcensus.pipeline.audit;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What must hold before anything is published: accounts that balance, few enough rows in
 * quarantine, and no open error that no row in quarantine stands for, such as a unit that did not
 * report. Errors with a waiver are not open. All reasons are told together.
 */
public final class QualityGate {

  private static final int FINDINGS_TOLD = 10;

  private final String branch;
  private final List<String> reasons = new ArrayList<>();

  /**
   * A gate with nothing against it yet.
   *
   * @param branch where refused rows can be read; nothing of them is published
   */
  public QualityGate(String branch) {
    this.branch = branch;
  }

  /**
   * Holds the row accounts against the limits.
   *
   * @param accounts one row a table or file: bounded by the number of files
   * @param maxQuarantinedShare 0 to 1, over all rows
   */
  public void accounts(List<Row> accounts, double maxQuarantinedShare) {
    long read = 0;
    long quarantined = 0;
    for (Row account : accounts) {
      if (!account.<Boolean>getAs("balanced")) {
        reasons.add("row account does not balance: " + account.json());
      }
      if (account.getAs("scope").equals("file")) {
        read += account.<Long>getAs("rows_read");
        quarantined += account.<Long>getAs("rows_quarantined");
      }
    }
    if (quarantined > maxQuarantinedShare * read) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d rows are in quarantine, more than the limit of %.2f%%",
              quarantined,
              read,
              100 * maxQuarantinedShare));
    }
  }

  /** Looks for open errors about no single row among rows of {@code ops.finding}. */
  public void findings(Dataset<Row> findings) {
    Dataset<Row> open =
        findings.where(
            col("row_number")
                .isNull()
                .and(col("severity").equalTo("error"))
                .and(col("waived_by").isNull()));
    List<String> told =
        open
            .select("rule", "dataset", "message_en")
            .orderBy("rule", "dataset", "message_en")
            .limit(FINDINGS_TOLD + 1)
            .collectAsList()
            .stream()
            .map(row -> row.getString(0) + ": " + row.getString(2))
            .toList();
    reasons.addAll(told.subList(0, Math.min(told.size(), FINDINGS_TOLD)));
    if (told.size() > FINDINGS_TOLD) {
      reasons.add("and more open errors");
    }
  }

  /**
   * Lets pass, or not.
   *
   * @throws QualityRefusedException with every reason
   */
  public void refuse() {
    if (!reasons.isEmpty()) {
      List<String> all = new ArrayList<>(reasons);
      all.add(
          "nothing was published; census sql \"SELECT * FROM ops.finding VERSION AS OF '"
              + branch
              + "'\" shows why, ops.quarantine and ops.row_account likewise");
      throw new QualityRefusedException(all);
    }
  }
}
