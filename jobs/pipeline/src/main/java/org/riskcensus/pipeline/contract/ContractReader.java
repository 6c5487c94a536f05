package org.riskcensus.pipeline.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads one table contract: its own columns with those of the fragments it includes around them.
 */
final class ContractReader {

  private final YamlNode root;
  private final Map<String, Fragment> fragments;

  private ContractReader(YamlNode root, Map<String, Fragment> fragments) {
    this.root = root;
    this.fragments = fragments;
  }

  static TableContract read(YamlNode root, String expectedName, Map<String, Fragment> fragments) {
    return new ContractReader(root, fragments).table(expectedName);
  }

  private TableContract table(String expectedName) {
    root.allow(
        "table",
        "title",
        "doc",
        "sensitivity",
        "include",
        "geometry",
        "key",
        "partition",
        "sort",
        "columns",
        "examples");
    String name = root.text("table");
    if (!name.equals(expectedName)) {
      root.problem("the table is called '" + name + "' but its file says '" + expectedName + "'");
    }
    TableContract table =
        new TableContract(
            expectedName,
            root.text("title"),
            root.text("doc"),
            sensitivity(),
            columns(expectedName.startsWith("staging.")),
            geometry(),
            root.texts("key"),
            root.texts("partition"),
            root.texts("sort"),
            examples());
    ContractChecks.check(root, table);
    return table;
  }

  private Sensitivity sensitivity() {
    String text = root.findText("sensitivity").orElse("L1");
    return Sensitivity.find(text)
        .orElseGet(
            () -> {
              root.problem("sensitivity '" + text + "' is none of L0, L1, L2");
              return Sensitivity.L1;
            });
  }

  private GeometryKind geometry() {
    String text = root.findText("geometry").orElse("none");
    return GeometryKind.find(text)
        .orElseGet(
            () -> {
              root.problem(
                  "geometry '" + text + "' is none of point, line, polygon, any, optional");
              return GeometryKind.NONE;
            });
  }

  private List<ColumnContract> columns(boolean filed) {
    List<Fragment> included = new ArrayList<>();
    for (String name : root.texts("include")) {
      Fragment fragment = fragments.get(name);
      if (fragment == null) {
        root.problem("there is no fragment '" + name + "'; there are " + fragments.keySet());
      } else {
        included.add(fragment);
      }
    }
    List<ColumnContract> columns = new ArrayList<>();
    included.stream().filter(Fragment::first).forEach(f -> addAll(columns, f, filed));
    for (YamlNode column : root.find("columns").map(YamlNode::items).orElse(List.of())) {
      columns.add(ColumnReader.read(column, filed));
    }
    included.stream().filter(f -> !f.first()).forEach(f -> addAll(columns, f, filed));
    return List.copyOf(columns);
  }

  private static void addAll(List<ColumnContract> columns, Fragment fragment, boolean filed) {
    for (YamlNode column : fragment.columns()) {
      columns.add(ColumnReader.read(column, filed && fragment.filed().orElse(true)));
    }
  }

  private List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    root.find("examples")
        .ifPresent(
            node -> {
              node.allow("valid", "invalid");
              for (YamlNode row : items(node, "valid")) {
                examples.add(new Example(texts(row), null, null, row.line()));
              }
              for (YamlNode item : items(node, "invalid")) {
                item.allow("row", "rule", "field");
                examples.add(
                    new Example(
                        item.textMap("row"), item.text("rule"), item.text("field"), item.line()));
              }
            });
    return List.copyOf(examples);
  }

  private static List<YamlNode> items(YamlNode node, String key) {
    return node.find(key).map(YamlNode::items).orElse(List.of());
  }

  private static Map<String, String> texts(YamlNode row) {
    Map<String, String> texts = new LinkedHashMap<>();
    row.fields().forEach((column, value) -> texts.put(column, value.text()));
    return Collections.unmodifiableMap(texts);
  }
}
