package org.riskcensus.pipeline.audit.check;

import org.apache.spark.sql.Row;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.FindingWords;
import org.riskcensus.pipeline.contract.Rules;

/** What checks find, in Chinese words, for tests. */
final class Told {

  private static final FindingWords WORDS = FindingWords.of(Rules.load(), Contracts.load(), true);

  private Told() {}

  /** Row number, rule, column, what is observed and what expected. */
  static String line(Row row) {
    Finding found = finding(row);
    return String.join(
        " ",
        String.valueOf(row.<Object>getAs("row_number")),
        found.rule(),
        found.field(),
        WORDS.say(found.observed(), row.getAs("dataset")),
        WORDS.say(found.expected(), row.getAs("dataset")));
  }

  /** What is proposed. */
  static String proposal(Row row) {
    return String.valueOf(WORDS.find(finding(row).proposal(), row.getAs("dataset")));
  }

  private static Finding finding(Row row) {
    return Found.finding(row.getAs("found"));
  }
}
