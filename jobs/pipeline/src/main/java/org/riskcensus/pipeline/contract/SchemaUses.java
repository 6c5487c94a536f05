package org.riskcensus.pipeline.contract;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Which code lists and fragments schema files make use of. */
final class SchemaUses {

  private final SchemaFiles files;

  SchemaUses(SchemaFiles files) {
    this.files = files;
  }

  /** Whether a column has this code list, or another list includes it. */
  boolean ofCodeList(String list) {
    Stream<String> others = files.list("codes").stream().filter(path -> !path.equals(own(list)));
    return any(
            Stream.concat(contracts(), files.list("fragments").stream()),
            list,
            root -> columns(root).stream().anyMatch(column -> isOf(column, list)))
        || any(others, list, root -> root.texts("include").contains(list));
  }

  /** Whether a contract includes this fragment. */
  boolean ofFragment(String fragment) {
    return any(contracts(), fragment, root -> root.texts("include").contains(fragment));
  }

  private static String own(String list) {
    return "codes/" + list + OwnFiles.SUFFIX;
  }

  private Stream<String> contracts() {
    return Contracts.NAMESPACES.stream().flatMap(namespace -> files.list(namespace).stream());
  }

  /** Only files whose text has the name are parsed; what is wrong in them their readers tell. */
  private boolean any(Stream<String> paths, String name, Predicate<YamlNode> uses) {
    return paths
        .filter(path -> files.text(path).contains(name))
        .anyMatch(path -> uses.test(files.parse(path, new Problems())));
  }

  private static List<YamlNode> columns(YamlNode root) {
    return root.find("columns").map(YamlNode::items).orElse(List.of());
  }

  private static boolean isOf(YamlNode column, String list) {
    return column.findText("codes").filter(list::equals).isPresent();
  }
}
