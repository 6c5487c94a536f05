package org.riskcensus.pipeline.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a tree of {@link YamlNode} from the event stream of Jackson, which knows lines; its tree
 * model does not. Scalars keep their text, so a code such as {@code 0101} stays what was written.
 */
final class YamlParser {

  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String file;
  private final Problems problems;
  private final YAMLParser events;

  private YamlParser(String file, String text, Problems problems) throws IOException {
    this.file = file;
    this.problems = problems;
    this.events = FACTORY.createParser(text);
  }

  static YamlNode parse(String file, String text, Problems problems) {
    try {
      YamlParser parser = new YamlParser(file, text, problems);
      try (parser.events) {
        return parser.document();
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNr(), 0);
      problems.add(file, line, "not readable as YAML: " + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading text from memory", e);
    }
    return YamlNode.map(file, 1, problems, Map.of());
  }

  private YamlNode document() throws IOException {
    if (events.nextToken() == null) {
      problems.add(file, 1, "the file is empty");
      return YamlNode.map(file, 1, problems, Map.of());
    }
    YamlNode root = value();
    if (events.nextToken() != null) {
      problems.add(file, line(), "a second document; a file holds one");
    }
    return root;
  }

  private YamlNode value() throws IOException {
    int line = line();
    return switch (events.currentToken()) {
      case START_OBJECT -> YamlNode.map(file, line, problems, fields());
      case START_ARRAY -> YamlNode.list(file, line, problems, items());
      case VALUE_NULL -> YamlNode.scalar(file, line, problems, null);
      default -> YamlNode.scalar(file, line, problems, events.getText());
    };
  }

  private Map<String, YamlNode> fields() throws IOException {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    while (events.nextToken() != JsonToken.END_OBJECT) {
      String key = events.currentName();
      int line = line();
      events.nextToken();
      if (fields.put(key, value()) != null) {
        problems.add(file, line, "key '" + key + "' is given twice");
      }
    }
    return fields;
  }

  private List<YamlNode> items() throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (events.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }

  private int line() {
    return events.currentTokenLocation().getLineNr();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse(message);
  }
}
