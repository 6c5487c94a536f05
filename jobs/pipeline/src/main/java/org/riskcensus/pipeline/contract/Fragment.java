package org.riskcensus.pipeline.contract;

import java.util.List;
import java.util.Optional;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Columns that many tables share, from {@code schemas/fragments}.
 *
 * @param name name contracts include it by
 * @param first whether its columns come before the table's own, else after
 * @param filed what the fragment says of being filed, when it does
 * @param columns the nodes of its columns: they are read anew for each table
 */
record Fragment(String name, boolean first, Optional<Boolean> filed, List<YamlNode> columns) {

  static Fragment read(YamlNode root, String expectedName) {
    root.allow("fragment", "doc", "place", "filed", "columns");
    root.text("doc");
    String name = root.text("fragment");
    if (!name.equals(expectedName)) {
      root.problem("the fragment is called '" + name + "' but its file '" + expectedName + "'");
    }
    String place = root.text("place");
    if (!place.equals("first") && !place.equals("last")) {
      root.problem("'place' is first or last");
    }
    List<YamlNode> columns = root.find("columns").map(YamlNode::items).orElse(List.of());
    return new Fragment(name, place.equals("first"), root.findFlag("filed"), columns);
  }
}
