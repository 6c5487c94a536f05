package org.riskcensus.formats.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The named columns of a table. Two columns of one name are refused, since a choice between them
 * would be a guess; columns without a name must stay empty.
 */
final class TableColumns {

  private final List<String> names;
  private final GeometryColumns geometry;

  private TableColumns(List<String> names, GeometryColumns geometry) {
    this.names = names;
    this.geometry = geometry;
  }

  /** Columns of a table that may hold geometry as text. */
  static TableColumns of(SourceFile file, List<String> header) throws UnreadableFileException {
    List<String> names = header.stream().map(String::strip).toList();
    return new TableColumns(names, GeometryColumns.of(file, check(file, names)));
  }

  /** Columns of attributes beside a geometry of their own. */
  static TableColumns ofAttributes(SourceFile file, List<String> header)
      throws UnreadableFileException {
    List<String> names = header.stream().map(String::strip).toList();
    check(file, names);
    return new TableColumns(names, GeometryColumns.NONE);
  }

  private static List<String> check(SourceFile file, List<String> names)
      throws UnreadableFileException {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> twice = new LinkedHashSet<>();
    for (String name : names) {
      if (!name.isEmpty() && !seen.add(name)) {
        twice.add(name);
      }
    }
    if (!twice.isEmpty()) {
      throw file.unreadable(
          "more than one column is called " + String.join(", ", twice),
          "give each column a name of its own");
    }
    if (seen.isEmpty()) {
      throw file.unreadable(
          "its header row has no names", "set header_row to the row that holds the column names");
    }
    return List.copyOf(seen);
  }

  /** Names of the attributes. */
  List<String> fields() {
    return names.stream().filter(name -> !name.isEmpty() && !geometry.holdsText(name)).toList();
  }

  boolean hasGeometry() {
    return geometry.present();
  }

  /**
   * The row of these cells.
   *
   * @param exact whether a row must have as many cells as the header
   * @param found what is wrong with the row already
   */
  SourceRow row(long number, List<String> cells, boolean exact, List<String> found) {
    List<String> problems = new ArrayList<>(found);
    Map<String, String> attributes = attributes(cells, problems);
    if (exact && cells.size() < names.size()) {
      problems.add(cells.size() + " cells where the header has " + names.size());
    }
    return geometry.place(number, attributes, problems);
  }

  /** The cells that are not blank, by name. */
  Map<String, String> attributes(List<String> cells, List<String> problems) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i);
      String name = i < names.size() ? names.get(i) : "";
      if (!text.isBlank()) {
        put(attributes, name, text, i, problems);
      }
    }
    return attributes;
  }

  private static void put(
      Map<String, String> attributes, String name, String text, int i, List<String> problems) {
    if (name.isEmpty()) {
      problems.add("text '" + brief(text) + "' in column " + (i + 1) + ", which has no name");
    } else {
      attributes.put(name, text);
    }
    if (text.indexOf(TextCharset.LOST) >= 0) {
      problems.add("the text of " + name + " is not valid in the file's charset");
    }
  }

  private static String brief(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
