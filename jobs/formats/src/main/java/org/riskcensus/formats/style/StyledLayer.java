package org.riskcensus.formats.style;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The style of one layer while its rows are written: it gathers which maps the layer holds, so that
 * the legend has no empty entries.
 */
public final class StyledLayer {

  private final String layer;
  private final LayerStyle style;
  private final Map<String, String> names;
  private final Map<String, String> aliases;
  private final Set<String> present = new TreeSet<>();

  /**
   * A layer without rows.
   *
   * @param layer name of the layer
   * @param names name of each field in the file, by its name in the schema
   * @param labels name of each field for readers, by its name in the schema, in order
   */
  public StyledLayer(
      String layer, LayerStyle style, Map<String, String> names, Map<String, String> labels) {
    this.layer = layer;
    this.style = style;
    this.names = names;
    this.aliases = new LinkedHashMap<>();
    labels.forEach((field, label) -> aliases.put(name(field), label));
  }

  private String name(String field) {
    String name = names.get(field);
    if (name == null) {
      throw new IllegalArgumentException(
          "the style of " + layer + " needs the field " + field + ", which the layer lacks");
    }
    return name;
  }

  /** The field whose values {@link #see} is told, by its name in the schema. */
  public String groupField() {
    return style.groupField();
  }

  /** Takes note of a row's map. */
  public void see(@Nullable Object group) {
    if (group != null) {
      present.add(group.toString());
    }
  }

  /** The style for QGIS. */
  public String qml() {
    return QmlDocument.of(inFile(), aliases);
  }

  /** The style as SLD. */
  public String sld() {
    return SldDocument.of(layer, inFile());
  }

  /** Name of the style. */
  public String title() {
    return style.title();
  }

  private LayerStyle inFile() {
    return style.of(present).renamed(this::name);
  }
}
