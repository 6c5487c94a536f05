package org.riskcensus.pipeline.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows in which one rule finds something, and their valid neighbours; what the keys mean stands at
 * the head of {@code rule-examples.yaml}.
 */
public record RuleExample(
    String rule,
    String table,
    @Nullable List<Map<String, String>> with,
    @Nullable List<Map<String, String>> before,
    List<Map<String, String>> wrong,
    List<Map<String, String>> right,
    @Nullable List<String> received,
    @Nullable List<String> waives,
    @Nullable List<String> expires,
    @Nullable String mustReport,
    @Nullable String beside,
    @Nullable String also) {

  /** All of them. */
  public static List<RuleExample> list() throws IOException {
    ObjectMapper yaml =
        new ObjectMapper(new YAMLFactory())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    try (InputStream in =
        Objects.requireNonNull(RuleExample.class.getResourceAsStream("/rule-examples.yaml"))) {
      return yaml.readValue(in, new TypeReference<List<RuleExample>>() {});
    }
  }

  /** As the page of findings shows it. */
  FindingsDocument.Shown shown() {
    String around = with == null ? "" : text(with);
    if (before != null) {
      around = "the year before: " + text(before);
    }
    return new FindingsDocument.Shown(
        rule, table, around, text(wrong) + terms(0), text(right) + terms(1));
  }

  private String terms(int side) {
    StringBuilder terms = new StringBuilder();
    if (received != null) {
      terms.append(", received ").append(received.get(side)).append(", deadline 2025-11-30");
    }
    if (waives != null && expires != null) {
      terms.append("; waiver of ").append(waives.get(side));
      terms.append(" until ").append(expires.get(side));
    }
    return terms.toString();
  }

  private static String text(List<Map<String, String>> rows) {
    return rows.isEmpty()
        ? "nothing filed"
        : rows.stream().map(row -> text(row)).collect(Collectors.joining(" / "));
  }

  private static String text(Map<String, String> row) {
    return row.isEmpty() ? "a valid row" : cells(row);
  }

  private static String cells(Map<String, String> row) {
    return new TreeMap<>(row)
        .entrySet().stream()
            .map(cell -> cell.getKey() + " " + (cell.getValue().isEmpty() ? "—" : cell.getValue()))
            .collect(Collectors.joining(", "));
  }
}
