package org.riskcensus.pipeline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.riskcensus.core.finding.Severity;

/**
 * What findings mean and what to do about them, as Markdown: one table of all rules, one of the
 * defects of the sample. The same definitions give the same text.
 */
public final class FindingsDocument {

  private static final String HEAD =
      """
      # Findings 质检问题

      Made from the rules in `schemas/rules/`, the examples of their test (`rule-examples.yaml`) and the expected findings of the sample; edit those,
      not this page.

      `./census sql "SELECT rule, severity, file, row_number, field, observed, expected, message_zh FROM ops.finding"` lists
      what was found; `ops.quarantine` has the rows that were kept out, whole, as filed; `./census trace` leads from an object to its file and
      row. In messages `{field}` is the column, `{observed}` what was filed, `{expected}` what is wanted.

      What a finding does:

      - **kept out**: the row goes to quarantine, not to staging. *Waivable*: a waiver by name lets it in.
      - **dropped**: the row is a copy; the first of them goes to staging.
      - **refuses the run**: nothing is published until it is mended or waived by name.
      - **refuses the release**: while it is open no release is made, even though its row is kept out; a waiver with `effect: exclude` answers for a
        release without the row.
      - **told**: the row stays; nothing else happens.

      ## Rules 审核规则
      """;

  private final List<String> lines = new ArrayList<>();

  private FindingsDocument() {}

  /**
   * A seeded defect of the sample.
   *
   * @param rule rule that finds it
   * @param source source it is in
   * @param story what is wrong with the row
   */
  public record Seeded(String rule, String source, String story) {}

  /**
   * An example of a rule: cells that differ from a valid row.
   *
   * @param table where the rows are filed
   * @param around what is filed beside them; empty where nothing is
   * @param wrong rows in which the rule finds something
   * @param right their valid neighbours
   */
  public record Shown(String rule, String table, String around, String wrong, String right) {}

  /** The whole page. */
  public static String markdown(Rules rules, List<Seeded> sample, List<Shown> examples) {
    FindingsDocument document = new FindingsDocument();
    document.lines.add(HEAD);
    document.rules(rules);
    document.examples(examples);
    document.sample(rules, sample);
    return String.join("\n", document.lines) + "\n";
  }

  private void rules(Rules rules) {
    row("Rule", "Severity", "Family", "What the user sees", "用户所见", "What it does", "What to do");
    lines.add("|---|---|---|---|---|---|---|");
    for (Rule rule : rules.list()) {
      row(
          "`" + rule.id() + "`",
          rule.severity().name().toLowerCase(Locale.ROOT),
          rule.family(),
          rule.messageEn(),
          rule.messageZh(),
          effect(rule),
          rule.advice());
    }
    lines.add("");
  }

  private static String effect(Rule rule) {
    if (!rule.inForce()) {
      return "not in force: needs " + rule.needs();
    }
    if (rule.severity() == Severity.WARNING) {
      boolean graver = rule.id().equals("geometry_invalid");
      return graver ? "told; kept out where the repair changes the area beyond the limit" : "told";
    }
    String release = rule.blocksRelease() ? "; refuses the release" : "";
    return switch (rule.id()) {
      case "duplicate_key" -> "dropped";
      case "unit_not_reported" -> "refuses the run";
      case "E12" -> "told" + release;
      default -> "kept out" + (rule.waivable() ? ", waivable" : "") + release;
    };
  }

  private void examples(List<Shown> examples) {
    lines.add("## Examples 示例");
    lines.add("");
    lines.add(
        "Cells that make the difference: the rule finds the row on the left and not its neighbour;"
            + " a test files both and wants no other finding. Places (`wkt`) are degrees from the"
            + " south-western corner of a unit of 0.2° × 0.2°, `unit` the last six digits of the"
            + " unit, `times` the number of such rows.");
    lines.add("");
    row("Rule", "Table", "Found", "Not found", "Filed beside");
    lines.add("|---|---|---|---|---|");
    for (Shown shown : examples) {
      row("`" + shown.rule() + "`", shown.table(), shown.wrong(), shown.right(), shown.around());
    }
    lines.add("");
  }

  private void sample(Rules rules, List<Seeded> sample) {
    Map<String, List<String>> stories = new TreeMap<>();
    for (Seeded seeded : sample) {
      String dataset = seeded.source().replaceAll("-\\d{6}$", "");
      List<String> told = stories.computeIfAbsent(seeded.rule(), rule -> new ArrayList<>());
      String story = dataset + ": " + seeded.story();
      if (!told.contains(story)) {
        told.add(story);
      }
    }
    lines.add("## Defects of the sample 样例中的缺陷");
    lines.add("");
    lines.add(
        "Rows and years are in `data-samples/expected/findings.csv`; a test holds every run of the"
            + " sample against it.");
    lines.add("");
    row("Rule", "Defects");
    lines.add("|---|---|");
    stories.forEach((rule, told) -> row("`" + rule + "`", String.join("; ", told)));
    lines.add("");
    List<String> missing =
        rules.list().stream()
            .filter(Rule::inForce)
            .map(Rule::id)
            .filter(id -> !stories.containsKey(id))
            .map(id -> "`" + id + "`")
            .toList();
    lines.add(
        "Rules that the sample does not show, only the examples above: "
            + String.join(", ", missing)
            + ".");
  }

  private void row(String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(cell.replace("|", "\\|"));
    }
    lines.add("| " + String.join(" | ", escaped) + " |");
  }
}
