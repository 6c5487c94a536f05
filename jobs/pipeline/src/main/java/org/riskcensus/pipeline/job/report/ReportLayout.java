package org.riskcensus.pipeline.job.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * What a report shows, as {@code schemas/methods/report.yaml} says.
 *
 * @param headline figures of the first table, columns of {@code marts.loss_by_unit_year}
 * @param byUnit figures of the table by unit
 * @param parts figures that add up to the direct loss
 * @param longestList most objects that a list of the report names
 * @param regions names of provinces and cities by their six digits
 * @param editions by id
 */
record ReportLayout(
    List<ColumnContract> headline,
    List<ColumnContract> byUnit,
    List<ColumnContract> parts,
    int longestList,
    Map<String, String> regions,
    Map<String, Edition> editions) {

  /** What a document can hold in one table. */
  private static final int LONGEST = 10_000;

  /** Reads the layout and notes every problem. */
  static ReportLayout read(SchemaFiles files, Contracts contracts, Problems problems) {
    YamlNode root = files.parse("methods/report.yaml", problems);
    root.allow(
        "method",
        "version",
        "title",
        "doc",
        "headline",
        "by_unit",
        "parts",
        "longest_list",
        "regions",
        "editions");
    long longest = root.whole("longest_list");
    if (longest < 1 || longest > LONGEST) {
      root.problem("longest_list: a number from 1 to " + LONGEST);
    }
    Map<String, Edition> editions = new LinkedHashMap<>();
    root.find("editions")
        .map(YamlNode::fields)
        .orElse(Map.of())
        .forEach((id, node) -> editions.put(id, edition(id, node, contracts)));
    return new ReportLayout(
        columns(root, "headline", contracts),
        columns(root, "by_unit", contracts),
        columns(root, "parts", contracts),
        (int) longest,
        root.textMap("regions"),
        editions);
  }

  private static Edition edition(String id, YamlNode node, Contracts contracts) {
    node.allow("span", "from", "to", "kinds", "hazards", "chapters", "evidence", "note");
    Edition.Span span =
        Edition.Span.find(node.text("span"))
            .orElseGet(
                () -> {
                  node.problem("span: one of year, quarter, month, season");
                  return Edition.Span.YEAR;
                });
    known(node, "chapters", ReportAssembly.CHAPTERS);
    known(node, "kinds", contracts.codeList("loss_kind").codes());
    known(node, "hazards", contracts.codeList("risk_kind").codes());
    boolean season = span == Edition.Span.SEASON;
    return new Edition(
        id,
        span,
        season ? month(node, "from") : 1,
        season ? month(node, "to") : 12,
        node.texts("kinds"),
        node.texts("hazards"),
        node.texts("chapters"));
  }

  private static int month(YamlNode node, String key) {
    double month = node.number(key);
    if (month < 1 || month > 12 || month != Math.rint(month)) {
      node.problem(key + ": a month from 1 to 12");
      return 1;
    }
    return (int) month;
  }

  private static void known(YamlNode node, String key, List<String> codes) {
    node.texts(key).stream()
        .filter(code -> !codes.contains(code))
        .forEach(code -> node.problem(key + ": " + code + " is none of " + codes));
  }

  private static List<ColumnContract> columns(YamlNode root, String key, Contracts contracts) {
    TableContract table = contracts.get("marts.loss_by_unit_year");
    List<String> names = root.texts(key);
    names.stream()
        .filter(name -> table.find(name).isEmpty())
        .forEach(name -> root.problem(key + ": " + table.name() + " has no column " + name));
    return names.stream().flatMap(name -> table.find(name).stream()).toList();
  }
}
