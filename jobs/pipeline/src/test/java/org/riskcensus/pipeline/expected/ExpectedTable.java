package org.riskcensus.pipeline.expected;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * A result table worked out beside the pipeline, as CSV with a header: tells where rows of the lake
 * differ from it. Cells with commas are quoted and hold no quotes. Numbers agree within a relative
 * 10⁻⁶ and half a unit of the sixth decimal, an empty cell is null.
 */
public final class ExpectedTable {
  private static final double RELATIVE = 1e-6;
  private static final double ABSOLUTE = 5e-7;

  private final List<String> columns;
  private final List<String> key;
  private final Map<String, Map<String, String>> rows = new TreeMap<>();

  private ExpectedTable(List<String> columns, List<String> key) {
    this.columns = columns;
    this.key = key;
  }

  /** Reads a table whose rows are told apart by {@code key}. */
  public static ExpectedTable read(Path csv, String... key) throws IOException {
    List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
    ExpectedTable table = new ExpectedTable(List.of(lines.get(0).split(",")), List.of(key));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = cells(line);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(table.columns.get(i), cells[i]);
      }
      String id = table.key.stream().map(row::get).collect(Collectors.joining(" "));
      if (table.rows.put(id, row) != null) {
        throw new IllegalArgumentException(csv + ": two rows " + id);
      }
    }
    return table;
  }

  /** The cells of a line; a comma between quotes is part of its cell. */
  private static String[] cells(String line) {
    String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
    return Arrays.stream(cells).map(cell -> cell.replace("\"", "")).toArray(String[]::new);
  }

  /** The table with the rows alone whose {@code column} is {@code value}. */
  public ExpectedTable where(String column, Object value) {
    ExpectedTable part = new ExpectedTable(columns, key);
    rows.forEach(
        (id, row) -> {
          if (String.valueOf(value).equals(row.get(column))) {
            part.rows.put(id, row);
          }
        });
    return part;
  }

  /** How many rows it has. */
  public int size() {
    return rows.size();
  }

  /** Rows missing, rows too many, and cells that differ; nothing when {@code actual} is right. */
  public List<String> differences(List<Row> actual) {
    List<String> differences = new ArrayList<>(mismatches(actual));
    for (Row row : actual) {
      if (!rows.containsKey(id(row))) {
        differences.add("too many: " + id(row));
      }
    }
    return differences;
  }

  /** Rows missing and cells that differ; further rows of {@code actual} are nobody's business. */
  public List<String> mismatches(List<Row> actual) {
    Map<String, Row> found = new TreeMap<>();
    List<String> differences = new ArrayList<>();
    for (Row row : actual) {
      if (found.put(id(row), row) != null) {
        differences.add("twice: " + id(row));
      }
    }
    rows.forEach(
        (id, expected) -> {
          Row row = found.get(id);
          if (row == null) {
            differences.add("missing: " + id);
          } else {
            differences.addAll(cells(id, expected, row));
          }
        });
    return differences;
  }

  private String id(Row row) {
    return key.stream()
        .map(column -> String.valueOf(row.<Object>getAs(column)))
        .collect(Collectors.joining(" "));
  }

  private List<String> cells(String id, Map<String, String> expected, Row row) {
    List<String> differences = new ArrayList<>();
    for (String column : columns) {
      if (Arrays.asList(row.schema().fieldNames()).contains(column)) {
        Object value = row.getAs(column);
        if (!same(expected.get(column), value)) {
          differences.add(
              "%s %s: %s, expected %s".formatted(id, column, value, expected.get(column)));
        }
      }
    }
    return differences;
  }

  private static boolean same(String expected, Object actual) {
    if (expected.isEmpty() || actual == null) {
      return expected.isEmpty() && actual == null;
    }
    if (!(actual instanceof Number number)) {
      return expected.equals(actual.toString());
    }
    double wanted = Double.parseDouble(expected);
    double off = Math.abs(number.doubleValue() - wanted);
    return off <= Math.max(ABSOLUTE, RELATIVE * Math.abs(wanted));
  }
}
