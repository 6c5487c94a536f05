package org.riskcensus.pipeline.yaml;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A scalar, list or map of a YAML file with its place. Reading never throws: what is missing or of
 * the wrong shape goes to the {@link Problems} given to {@link #parse}, and a neutral value (empty
 * text, empty list) is returned, so that one pass finds every problem. Ask {@link
 * Problems#refuse()} before using what was read.
 *
 * <p>Longer than most classes because every way to read a value notes its problems here, at the
 * place it knows; split, the places would have to be handed around.
 */
public final class YamlNode {

  private enum Shape {
    SCALAR,
    LIST,
    MAP
  }

  private final String file;
  private final int line;
  private final Problems problems;
  private final Shape shape;
  private final @Nullable String scalar;
  private final List<YamlNode> items;
  private final Map<String, YamlNode> fields;

  private YamlNode(YamlNode.Place place, Shape shape, Content content) {
    this.file = place.file;
    this.line = place.line;
    this.problems = place.problems;
    this.shape = shape;
    this.scalar = content.scalar;
    this.items = content.items;
    this.fields = content.fields;
  }

  private record Place(String file, int line, Problems problems) {}

  private record Content(
      @Nullable String scalar, List<YamlNode> items, Map<String, YamlNode> fields) {}

  static YamlNode scalar(String file, int line, Problems problems, @Nullable String text) {
    Content content = new Content(text, List.of(), Map.of());
    return new YamlNode(new Place(file, line, problems), Shape.SCALAR, content);
  }

  static YamlNode list(String file, int line, Problems problems, List<YamlNode> items) {
    Content content = new Content(null, List.copyOf(items), Map.of());
    return new YamlNode(new Place(file, line, problems), Shape.LIST, content);
  }

  static YamlNode map(String file, int line, Problems problems, Map<String, YamlNode> fields) {
    Content content = new Content(null, List.of(), Collections.unmodifiableMap(fields));
    return new YamlNode(new Place(file, line, problems), Shape.MAP, content);
  }

  /** Reads one document; {@code file} is the name problems are told with. */
  public static YamlNode parse(String file, String text, Problems problems) {
    return YamlParser.parse(file, text, problems);
  }

  /** The file this node stands in. */
  public String file() {
    return file;
  }

  /** The 1-based line this node begins on. */
  public int line() {
    return line;
  }

  /** Notes a problem at this node. */
  public void problem(String message) {
    problems.add(file, line, message);
  }

  /** Whether this is the empty value. */
  public boolean isNull() {
    return shape == Shape.SCALAR && scalar == null;
  }

  /** Whether this is a list. */
  public boolean isList() {
    return shape == Shape.LIST;
  }

  /** Whether this is a map. */
  public boolean isMap() {
    return shape == Shape.MAP;
  }

  /** Whether another document says the same here, whatever its comments and layout. */
  public boolean saysTheSameAs(@Nullable YamlNode other) {
    return other != null
        && shape == other.shape
        && Objects.equals(scalar, other.scalar)
        && fields.size() == other.fields.size()
        && fields.entrySet().stream()
            .allMatch(field -> field.getValue().saysTheSameAs(other.fields.get(field.getKey())))
        && items.size() == other.items.size()
        && IntStream.range(0, items.size())
            .allMatch(i -> items.get(i).saysTheSameAs(other.items.get(i)));
  }

  /** The text of a scalar. */
  public String text() {
    if (scalar == null) {
      problem(shape == Shape.SCALAR ? "a value is missing" : "one value is wanted here");
      return "";
    }
    return scalar;
  }

  /** The items of a list. */
  public List<YamlNode> items() {
    if (shape != Shape.LIST && !isNull()) {
      problem("a list is wanted here");
    }
    return items;
  }

  /** The entries of a map, in file order. */
  public Map<String, YamlNode> fields() {
    if (shape != Shape.MAP && !isNull()) {
      problem("a map of 'key: value' is wanted here");
    }
    return fields;
  }

  /** The value under {@code key}; empty where the key is absent or has no value. */
  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(fields().get(key)).filter(node -> !node.isNull());
  }

  /** The text under a key that must be there. */
  public String text(String key) {
    Optional<String> text = findText(key).filter(t -> !t.isBlank());
    if (text.isEmpty()) {
      problem("'" + key + "' is missing");
    }
    return text.orElse("");
  }

  /** The text under a key that may be absent. */
  public Optional<String> findText(String key) {
    return find(key).map(YamlNode::text);
  }

  /** The texts of the list under a key; empty where absent. */
  public List<String> texts(String key) {
    return find(key).map(n -> n.items().stream().map(YamlNode::text).toList()).orElse(List.of());
  }

  /** The texts of the map under a key, in file order; empty where absent. */
  public Map<String, String> textMap(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    find(key).ifPresent(n -> n.fields().forEach((k, v) -> texts.put(k, v.text())));
    return texts;
  }

  /** The number under a key that may be absent. */
  public Optional<Double> findNumber(String key) {
    return find(key).map(YamlNode::number);
  }

  /** The number under a key that must be there; NaN where it is not, which is a problem. */
  public double number(String key) {
    Optional<Double> number = findNumber(key);
    if (number.isEmpty()) {
      problem("'" + key + "' is missing");
    }
    return number.orElse(Double.NaN);
  }

  /** The number of a scalar; NaN where it is none, which is a problem. */
  public double number() {
    String text = text();
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      if (scalar != null) {
        problem("'" + text + "' is not a number");
      }
      return Double.NaN;
    }
  }

  /** The whole number under a key that must be there; 0 where it is none, which is a problem. */
  public long whole(String key) {
    Optional<YamlNode> node = find(key);
    if (node.isEmpty()) {
      problem("'" + key + "' is missing");
    }
    return node.map(YamlNode::whole).orElse(0L);
  }

  /** The whole number of a scalar; 0 where it is none, which is a problem. */
  public long whole() {
    String text = text();
    try {
      return new BigDecimal(text).longValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      if (scalar != null) {
        problem("'" + text + "' is not a whole number");
      }
      return 0;
    }
  }

  /** The truth under a key, false where absent. */
  public boolean flag(String key) {
    return findFlag(key).orElse(false);
  }

  /** The truth under a key that may be absent. */
  public Optional<Boolean> findFlag(String key) {
    Optional<YamlNode> node = find(key);
    node.filter(n -> !n.text().equals("true") && !n.text().equals("false"))
        .ifPresent(n -> n.problem("'" + n.text() + "' is neither true nor false"));
    return node.map(n -> n.text().equals("true"));
  }

  /** Tells every key that is not one of {@code keys}: most often a misspelt one. */
  public void allow(String... keys) {
    for (Map.Entry<String, YamlNode> field : fields().entrySet()) {
      if (!Arrays.asList(keys).contains(field.getKey())) {
        field
            .getValue()
            .problem(
                "unknown key '"
                    + field.getKey()
                    + "'; known: "
                    + new TreeSet<>(Arrays.asList(keys)));
      }
    }
  }
}
