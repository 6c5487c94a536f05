package org.riskcensus.formats.style;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How a layer of classed polygons is drawn: one symbol a class. A layer that holds several maps one
 * over the other, such as the zones of all hazards, is drawn in groups, of which one is shown.
 *
 * @param title name of the style in the legend
 * @param groupField field that tells the maps apart
 * @param groups the maps by their values of it; the last one that a file has is shown
 * @param classField field of the class
 * @param classes in legend order
 */
public record LayerStyle(
    String title,
    String groupField,
    List<Entry> groups,
    String classField,
    List<ClassStyle> classes) {

  /** A value of a field and its name in the legend. */
  public record Entry(String code, String label) {}

  /** The style for a file that has these maps only. */
  LayerStyle of(Set<String> present) {
    List<Entry> some = groups.stream().filter(group -> present.contains(group.code())).toList();
    return new LayerStyle(title, groupField, some, classField, classes);
  }

  /** The style with the names that a format gives the fields. */
  LayerStyle renamed(UnaryOperator<String> fields) {
    return new LayerStyle(
        title, fields.apply(groupField), groups, fields.apply(classField), classes);
  }

  /** Whether the group is the one that is shown. */
  boolean shown(Entry group) {
    return group.equals(groups.get(groups.size() - 1));
  }

  Stream<Entry> shown() {
    return groups.stream().skip(Math.max(0, groups.size() - 1));
  }
}
