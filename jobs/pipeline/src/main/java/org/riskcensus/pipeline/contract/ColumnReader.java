package org.riskcensus.pipeline.contract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads one entry of {@code columns}. */
final class ColumnReader {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private final YamlNode node;
  private final boolean filed;

  private ColumnReader(YamlNode node, boolean filed) {
    this.node = node;
    this.filed = filed;
  }

  /** Reads {@code node}; {@code filed} holds where the column does not say. */
  static ColumnContract read(YamlNode node, boolean filed) {
    return new ColumnReader(node, filed).column();
  }

  private ColumnContract column() {
    node.allow(
        "name", "label", "type", "unit", "required", "codes", "range", "pattern", "doc", "filed");
    ColumnType type = type();
    return new ColumnContract(
        name(),
        node.text("label"),
        type,
        unit(type),
        node.flag("required"),
        node.findText("codes").orElse(null),
        range(type),
        pattern(type),
        node.text("doc"),
        node.findFlag("filed").orElse(filed));
  }

  private String name() {
    String name = node.text("name");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      node.problem("column name '" + name + "' is not snake_case");
    }
    return name;
  }

  private ColumnType type() {
    String text = node.text("type");
    Optional<ColumnType> type = ColumnType.find(text);
    if (type.isEmpty() && !text.isEmpty()) {
      node.problem("unknown type '" + text + "'");
    }
    return type.orElse(ColumnType.STRING);
  }

  private String unit(ColumnType type) {
    String unit = node.findText("unit").orElse("");
    if (type.numeric() && unit.isEmpty()) {
      node.problem("a number needs a 'unit' ('1' where it has none)");
    }
    if (!type.numeric() && !unit.isEmpty()) {
      node.problem("a " + type.text() + " has no unit");
    }
    return unit;
  }

  private @Nullable Range range(ColumnType type) {
    Optional<YamlNode> range = node.find("range");
    if (range.isEmpty()) {
      return null;
    }
    if (!type.numeric()) {
      range.get().problem("a " + type.text() + " has no range");
    }
    List<YamlNode> ends = range.get().items();
    if (ends.size() != 2) {
      range.get().problem("a range is [lowest, highest]");
      return null;
    }
    Range read = new Range(ends.get(0).number(), ends.get(1).number());
    if (read.min() > read.max()) {
      range.get().problem("the range is empty: its lowest value is above its highest");
    }
    return Double.isNaN(read.min()) || Double.isNaN(read.max()) ? null : read;
  }

  private @Nullable String pattern(ColumnType type) {
    String pattern = node.findText("pattern").orElse(null);
    if (pattern != null && type != ColumnType.STRING) {
      node.problem("only a string has a pattern");
    }
    try {
      Pattern.compile(pattern == null ? "" : pattern);
    } catch (PatternSyntaxException e) {
      node.problem("the pattern is no regular expression: " + e.getDescription());
    }
    return pattern;
  }
}
