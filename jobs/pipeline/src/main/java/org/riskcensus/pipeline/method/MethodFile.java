package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.riskcensus.core.hazard.Curve;
import org.riskcensus.core.hazard.ReferenceRange;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * One file of parameters, each with its value, the standard it comes from and how well that is
 * known ({@code S} stated in a plan, {@code F} found in a public text, {@code M} from memory,
 * {@code D} this project's decision). What is wrong goes to the problems, and a neutral value is
 * returned.
 */
final class MethodFile {

  private static final List<String> KEYS =
      List.of("method", "version", "title", "doc", "parameters");
  private static final Set<String> EVIDENCE = Set.of("S", "F", "M", "D");

  private final YamlNode root;
  private final Map<String, YamlNode> parameters;
  private final Problems problems;

  private MethodFile(YamlNode root, Problems problems) {
    this.root = root;
    this.problems = problems;
    this.parameters = root.find("parameters").map(YamlNode::fields).orElse(Map.of());
  }

  /**
   * Reads {@code methods/<name>.yaml} and checks what every parameter must state.
   *
   * @param more keys that this file may have beside those of every method
   */
  static MethodFile read(SchemaFiles files, String name, Problems problems, String... more) {
    YamlNode root = files.parse("methods/" + name + ".yaml", problems);
    MethodFile file = new MethodFile(root, problems);
    List<String> keys = new ArrayList<>(KEYS);
    keys.addAll(List.of(more));
    root.allow(keys.toArray(String[]::new));
    if (!root.text("method").equals(name)) {
      root.problem("'method' must be the name of the file, " + name);
    }
    List.of("version", "title", "doc").forEach(root::text);
    file.parameters.values().forEach(MethodFile::checkParameter);
    return file;
  }

  private static void checkParameter(YamlNode parameter) {
    parameter.allow("value", "standard", "version", "evidence", "note");
    parameter.text("standard");
    parameter.text("version");
    if (!EVIDENCE.contains(parameter.text("evidence"))) {
      parameter.problem("'evidence' must be S, F, M or D");
    }
  }

  /** Name and version, such as {@code flood@1}. */
  String version() {
    return root.text("method") + "@" + root.text("version");
  }

  /** A text beside the parameters, such as the kind of the method. */
  Optional<String> findText(String key) {
    return root.findText(key);
  }

  /** Notes a problem of the file as a whole. */
  void problem(String message) {
    root.problem(message);
  }

  /** Names of the parameters, in the order of the file. */
  List<String> names() {
    return List.copyOf(parameters.keySet());
  }

  /** Whether the file has a parameter that it may leave out. */
  boolean has(String name) {
    return parameters.containsKey(name);
  }

  /** Tells every parameter that is not {@code known}, as it would have no effect. */
  void allow(Collection<String> known) {
    parameters.forEach(
        (name, parameter) -> {
          if (!known.contains(name)) {
            parameter.problem(
                "unknown parameter '%s', which would have no effect; known: %s"
                    .formatted(name, known));
          }
        });
  }

  /** What a parameter that is there states beside its value, such as its {@code standard}. */
  String stated(String name, String key) {
    YamlNode parameter = parameters.get(name);
    return parameter == null ? "" : parameter.text(key);
  }

  /** The value of a parameter that must be there; an empty map where it is not. */
  YamlNode value(String name) {
    return find(name).orElseGet(() -> YamlNode.parse(root.file(), "{}", problems));
  }

  private Optional<YamlNode> find(String name) {
    Optional<YamlNode> value =
        Optional.ofNullable(parameters.get(name)).flatMap(parameter -> parameter.find("value"));
    if (value.isEmpty()) {
      root.problem("parameter '" + name + "' with a value is missing");
    }
    return value;
  }

  double number(String name) {
    return find(name).map(YamlNode::number).orElse(Double.NaN);
  }

  /** A number from 0 to 1. */
  double share(String name) {
    double number = number(name);
    if (number < 0 || number > 1) {
      value(name).problem(name + " must lie in 0..1, got " + number);
    }
    return number;
  }

  /** A whole number that fits an {@code int}. */
  int integer(String name) {
    return find(name).map(MethodFile::integer).orElse(0);
  }

  private static int integer(YamlNode node) {
    long whole = node.whole();
    if (whole != (int) whole) {
      node.problem(whole + " is out of range");
      return 0;
    }
    return (int) whole;
  }

  /** A whole number. */
  long whole(String name) {
    return find(name).map(YamlNode::whole).orElse(0L);
  }

  List<Double> numbers(String name) {
    return find(name).map(MethodFile::numbers).orElse(List.of());
  }

  static List<Double> numbers(YamlNode node) {
    return node.items().stream().map(YamlNode::number).toList();
  }

  List<Integer> integers(String name) {
    List<YamlNode> items = find(name).map(YamlNode::items).orElse(List.of());
    return items.stream().map(MethodFile::integer).toList();
  }

  List<List<Double>> matrix(String name) {
    List<YamlNode> rows = find(name).map(YamlNode::items).orElse(List.of());
    return rows.stream().map(MethodFile::numbers).toList();
  }

  Map<String, Double> table(String name) {
    Map<String, Double> table = new LinkedHashMap<>();
    value(name).fields().forEach((key, node) -> table.put(key, node.number()));
    return Map.copyOf(table);
  }

  Map<String, List<Double>> lists(String name) {
    Map<String, List<Double>> lists = new LinkedHashMap<>();
    value(name).fields().forEach((key, node) -> lists.put(key, numbers(node)));
    return Map.copyOf(lists);
  }

  /** A curve given as a list of {@code [value, index]}. */
  Curve curve(String name) {
    List<List<Double>> nodes = matrix(name);
    if (nodes.stream().anyMatch(node -> node.size() != 2)) {
      throw new IllegalArgumentException(name + ": a node is [measured value, index]");
    }
    return new Curve(
        nodes.stream().map(node -> node.get(0)).toList(),
        nodes.stream().map(node -> node.get(1)).toList());
  }

  /** A range given as {@code {min, max}}, with {@code scale: log} for a logarithmic one. */
  static ReferenceRange range(YamlNode node) {
    ReferenceRange.Scale scale =
        node.findText("scale").filter("log"::equals).isPresent()
            ? ReferenceRange.Scale.LOG
            : ReferenceRange.Scale.LINEAR;
    double min = node.number("min");
    double max = node.number("max");
    if (!(min < max)) {
      node.problem("a range needs min < max, got " + min + ".." + max);
      return ReferenceRange.linear(0, 1);
    }
    return new ReferenceRange(min, max, scale);
  }

  /** What {@code build} makes of this file; empty, with the problem noted, where it cannot. */
  <T> Optional<T> build(Supplier<T> build) {
    try {
      T built = build.get();
      return isSound() ? Optional.of(built) : Optional.empty();
    } catch (IllegalArgumentException e) {
      if (isSound()) {
        root.problem(String.valueOf(e.getMessage()));
      }
      return Optional.empty();
    }
  }

  /** Whether nothing is wrong with this file so far. */
  private boolean isSound() {
    return problems.list().stream().noneMatch(problem -> problem.file().equals(root.file()));
  }
}
