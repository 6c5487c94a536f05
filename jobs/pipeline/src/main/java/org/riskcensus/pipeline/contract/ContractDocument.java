package org.riskcensus.pipeline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The catalogue of tables, code lists and rules as Markdown, for readers who do not open YAML. The
 * same definitions give the same text.
 */
public final class ContractDocument {

  private static final List<String> NAMESPACES = List.of("staging", "marts", "ops", "raw");

  private final Contracts contracts;
  private final Rules rules;
  private final List<String> lines = new ArrayList<>();

  private ContractDocument(Contracts contracts, Rules rules) {
    this.contracts = contracts;
    this.rules = rules;
  }

  /** The whole catalogue. */
  public static String markdown(Contracts contracts, Rules rules) {
    ContractDocument document = new ContractDocument(contracts, rules);
    document.write();
    return String.join("\n", document.lines) + "\n";
  }

  private void write() {
    add("# Tables 数据表", "");
    add("Made from the contracts in `schemas/`; edit those, not this page.", "");
    NAMESPACES.forEach(this::index);
    for (String namespace : NAMESPACES) {
      add("## " + namespace, "");
      contracts.list(namespace).forEach(this::table);
    }
    add("## Code lists 代码表", "");
    contracts.codeLists().values().forEach(this::codeList);
    rules();
  }

  private void index(String namespace) {
    String tables =
        contracts.list(namespace).stream()
            .map(t -> "[" + t.simpleName() + "](#" + anchor(t) + ")")
            .collect(Collectors.joining(", "));
    add("- **" + namespace + "**: " + tables);
    if (namespace.equals(NAMESPACES.get(NAMESPACES.size() - 1))) {
      add("");
    }
  }

  /** The anchor renderers make of a heading: lower case, blanks to hyphens, points left out. */
  private static String anchor(TableContract table) {
    return (table.name().replace(".", "") + "-" + table.title()).toLowerCase(Locale.ROOT);
  }

  private void table(TableContract table) {
    add("### " + table.name() + " " + table.title(), "", table.doc(), "");
    add(facts(table), "");
    add("| Column | Label | Type | Unit | Must | Values | Meaning |");
    add("|---|---|---|---|---|---|---|");
    table.columns().forEach(this::column);
    add("");
  }

  private static String facts(TableContract table) {
    List<String> facts = new ArrayList<>();
    facts.add("Sensitivity " + table.sensitivity());
    if (table.geometry().present()) {
      facts.add("geometry " + table.geometry().name().toLowerCase(Locale.ROOT));
    }
    fact(facts, "key", table.key());
    fact(facts, "partitioned by", table.partition());
    fact(facts, "sorted by", table.sort());
    return String.join("; ", facts) + ".";
  }

  private static void fact(List<String> facts, String name, List<String> columns) {
    if (!columns.isEmpty()) {
      facts.add(name + " `" + String.join("`, `", columns) + "`");
    }
  }

  private void column(ColumnContract column) {
    row(
        (column.filed() ? "**" + column.name() + "**" : column.name()),
        column.label(),
        column.type().text(),
        column.unit(),
        column.required() ? "yes" : "",
        values(column),
        column.doc());
  }

  private static String values(ColumnContract column) {
    List<String> values = new ArrayList<>();
    if (column.codes() != null) {
      values.add("[" + column.codes() + "](#" + column.codes() + ")");
    }
    if (column.range() != null) {
      values.add(column.range().toString());
    }
    if (column.pattern() != null) {
      values.add("`" + column.pattern() + "`");
    }
    return String.join(", ", values);
  }

  private void codeList(CodeList list) {
    add("### " + list.name(), "", list.title() + ". " + list.source(), "");
    add("| Code | 名称 | Name |", "|---|---|---|");
    list.entries().forEach(e -> row("`" + e.code() + "`", e.zh(), e.en()));
    add("");
  }

  private void rules() {
    add("## Rules 审核规则", "");
    add("| Rule | Severity | Family | Message | 说明 | Evidence | Not in force: needs |");
    add("|---|---|---|---|---|---|---|");
    for (Rule rule : rules.list()) {
      row(
          "`" + rule.id() + "`",
          rule.severity().name().toLowerCase(Locale.ROOT),
          rule.family(),
          rule.messageEn(),
          rule.messageZh(),
          rule.evidence(),
          rule.needs());
    }
  }

  private void row(String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(cell.replace("|", "\\|"));
    }
    add("| " + String.join(" | ", escaped) + " |");
  }

  private void add(String... more) {
    lines.addAll(List.of(more));
  }
}
