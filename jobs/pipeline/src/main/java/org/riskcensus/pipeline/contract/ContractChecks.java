package org.riskcensus.pipeline.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riskcensus.pipeline.yaml.YamlNode;

/** What must hold between the parts of one contract. */
final class ContractChecks {

  private static final Pattern TRANSFORM =
      Pattern.compile("(\\w+)|(?:truncate|bucket)\\(\\d+, *(\\w+)\\)");

  private final YamlNode root;
  private final TableContract table;

  private ContractChecks(YamlNode root, TableContract table) {
    this.root = root;
    this.table = table;
  }

  static void check(YamlNode root, TableContract table) {
    ContractChecks checks = new ContractChecks(root, table);
    checks.columnsDiffer();
    checks.columnsExist("key", table.key());
    checks.columnsExist("sort", table.sort());
    checks.partitionIsKnown();
    checks.geometryHasColumns();
    checks.examplesFit();
  }

  private void columnsDiffer() {
    if (table.columns().isEmpty()) {
      root.problem("the table has no columns");
    }
    Set<String> names = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (ColumnContract column : table.columns()) {
      if (!names.add(column.name())) {
        root.problem("column '" + column.name() + "' is given twice");
      }
      if (!labels.add(column.label())) {
        root.problem("label '" + column.label() + "' is given twice");
      }
    }
  }

  private void columnsExist(String what, List<String> columns) {
    for (String column : columns) {
      if (table.find(column).isEmpty()) {
        root.find(what).orElse(root).problem(what + " column '" + column + "' is not in the table");
      }
    }
  }

  private void partitionIsKnown() {
    for (String transform : table.partition()) {
      Matcher matcher = TRANSFORM.matcher(transform);
      YamlNode place = root.find("partition").orElse(root);
      if (!matcher.matches()) {
        place.problem("'" + transform + "' is none of col, truncate(n, col), bucket(n, col)");
        continue;
      }
      String column = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (table.find(column).isEmpty()) {
        place.problem("partition column '" + column + "' is not in the table");
      }
    }
  }

  private void geometryHasColumns() {
    boolean columns = table.find("geometry").isPresent() && table.find("cell").isPresent();
    if (table.geometry().present() && !columns) {
      root.problem("geometry is declared, but the fragment 'geometry' is not included");
    }
    if (!table.geometry().present() && columns) {
      root.problem("the fragment 'geometry' is included, but 'geometry' says no kind");
    }
  }

  private void examplesFit() {
    for (Example example : table.examples()) {
      Set<String> named = new HashSet<>(example.row().keySet());
      if (example.field() != null) {
        named.add(example.field());
      }
      for (String column : named) {
        if (table.find(column).isEmpty()) {
          root.find("examples")
              .orElse(root)
              .problem("line " + example.line() + ": example column '" + column + "' is unknown");
        }
      }
    }
  }
}
