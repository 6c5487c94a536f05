package org.riskcensus.pipeline.audit.check;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.FindingWords;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

/** What checks find, in Chinese words, for tests. */
final class Told {

  private static final FindingWords WORDS =
      FindingWords.of(Rules.load(), Contracts.load(), Language.ZH);

  private Told() {}

  /** The rules of the project with a part of one file written otherwise. */
  static Rules rules(String path, String part, String own) {
    SchemaFiles project = SchemaFiles.ofProject();
    Problems problems = new Problems();
    String text = project.text(path).replace(part, own);
    Rules rules = Rules.read(project.with(Map.of(path, text)), problems);
    problems.refuse();
    return rules;
  }

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
