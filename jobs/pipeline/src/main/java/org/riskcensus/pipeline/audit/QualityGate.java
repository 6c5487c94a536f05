package org.riskcensus.pipeline.audit;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;

/**
 * What must hold before anything is published: accounts that balance, few enough rows in
 * quarantine, and no open error that no row in quarantine stands for, such as a unit that did not
 * report. Errors with a waiver are not open. All reasons are told together.
 */
public final class QualityGate {

  private static final int FINDINGS_TOLD = 10;
  private static final int ROWS_TOLD = 5;

  /** Relative; what sums of doubles may lose. */
  private static final double ROUNDING = 1e-6;

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
   * Holds the row accounts against the limits. Whatever the limit, an ingest of which nothing was
   * accepted is refused: it would publish an empty table.
   *
   * @param accounts one row a table or file: bounded by the number of files
   * @param maxQuarantinedShare 0 to 1, over all rows
   */
  public void accounts(List<Row> accounts, double maxQuarantinedShare) {
    long read = 0;
    long quarantined = 0;
    long accepted = 0;
    for (Row account : accounts) {
      if (!account.<Boolean>getAs("balanced")) {
        reasons.add("row account does not balance: " + account.json());
      }
      if (account.getAs("scope").equals("file")) {
        read += account.<Long>getAs("rows_read");
        quarantined += account.<Long>getAs("rows_quarantined");
        accepted += account.<Long>getAs("rows_accepted");
      }
    }
    if (quarantined > 0 && quarantined == read) {
      reasons.add(String.format(Locale.ROOT, "all %,d rows are in quarantine", read));
    } else if (read > 0 && accepted == 0) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "none of %,d rows is accepted, as their objects are filed already (findings"
                  + " duplicate_key): to correct a file, file it under the same source",
              read));
    } else if (quarantined > maxQuarantinedShare * read) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d rows are in quarantine, more than the limit of %.2f%%",
              quarantined,
              read,
              100 * maxQuarantinedShare));
    }
  }

  /**
   * Holds the accounts of the exposure join: what was matched with units and what was not are all
   * there was.
   *
   * @param accounts rows of {@code ops.exposure_account}: a few for each county
   */
  public void exposure(Dataset<Row> accounts) {
    Column tolerated = greatest(lit(1), abs(col("total"))).multiply(ROUNDING);
    accounts
        .where(abs(col("difference")).gt(tolerated))
        .orderBy("county_code", "exposure")
        .collectAsList()
        .forEach(account -> reasons.add("exposure account does not balance: " + account.json()));
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
   * Looks for open findings of rules that a release must not leave open, whether or not their rows
   * are kept out.
   *
   * @param findings rows of {@code ops.finding} of the census year and counties released
   */
  public void release(Dataset<Row> findings, Rules rules) {
    Object[] blocking = rules.list().stream().filter(Rule::blocksRelease).map(Rule::id).toArray();
    List<Row> open =
        findings
            .where(col("rule").isin(blocking).and(col("waived_by").isNull()))
            .groupBy("file", "rule")
            .agg(
                count(lit(1)).as("n"),
                array_join(slice(sort_array(collect_set("row_number")), 1, ROWS_TOLD), ", ")
                    .as("rows"),
                min_by(col("message_zh"), col("row_number")).as("message"))
            .orderBy("file", "rule")
            .limit(FINDINGS_TOLD + 1)
            .collectAsList();
    open.stream().limit(FINDINGS_TOLD).forEach(row -> reasons.add(told(row)));
    if (open.size() > FINDINGS_TOLD) {
      reasons.add("and open errors in more files");
    }
    if (!open.isEmpty()) {
      reasons.add(
          "a release has no open errors of these rules: correct and file again, or answer for them"
              + " by name under quality.waivers (effect: exclude leaves the rows out)");
    }
  }

  private static String told(Row open) {
    long n = open.<Long>getAs("n");
    String rows = open.getAs("rows") + (n > ROWS_TOLD ? ", …" : "");
    return "%s: %d open in %s, rows %s: %s"
        .formatted(open.getAs("rule"), n, open.getAs("file"), rows, open.getAs("message"));
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
