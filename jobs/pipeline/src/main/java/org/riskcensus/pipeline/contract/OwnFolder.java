package org.riskcensus.pipeline.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * A folder of schema files of one's own 自定义方法 and what it may hold: files that take the place of
 * the project's, and more datasets, code lists and fragments that something names, and methods of
 * hazards. Any other file would have no effect, most often because its name is misspelt, so it is
 * refused.
 */
final class OwnFolder {

  /** Where code lists and fragments are named. */
  private static final List<String> NAMING =
      Stream.concat(Contracts.NAMESPACES.stream(), Stream.of("codes", "fragments")).toList();

  private final OwnFiles own;
  private final SchemaFiles all;

  private OwnFolder(OwnFiles own, SchemaFiles all) {
    this.own = own;
    this.all = all;
  }

  /**
   * Lays the files of {@code folder} over those of the project.
   *
   * @param problems takes every file that cannot be read or has no effect
   */
  static SchemaFiles over(SchemaFiles project, Path folder, Problems problems) throws IOException {
    OwnFiles own = OwnFiles.read(folder, problems);
    SchemaFiles all = project.with(own.texts(), folder.toString());
    OwnFolder check = new OwnFolder(own, all);
    own.texts().keySet().stream()
        .filter(path -> !project.paths().contains(path))
        .forEach(path -> check.check(path, problems));
    return all;
  }

  private void check(String path, Problems problems) {
    String[] parts = path.substring(0, path.length() - OwnFiles.SUFFIX.length()).split("/", 2);
    String name = parts.length == 2 ? parts[1] : "";
    String advice = name.isEmpty() || name.contains("/") ? others() : advice(parts[0], name);
    if (!advice.isEmpty()) {
      problems.add(
          all.place(path), 0, "is none of the project's files and would have no effect: " + advice);
    }
  }

  /** What would make a file have an effect; empty where it has one. */
  private String advice(String kind, String name) {
    return switch (kind) {
      case "staging" -> "";
      case "methods" ->
          isHazard(name) ? "" : "name the hazard '" + name + "' in " + CodeList.HAZARDS;
      case "codes" ->
          !own.isWhole(NAMING) || new SchemaUses(all).ofCodeList(name)
              ? ""
              : "no contract and no list names the code list '" + name + "'";
      case "fragments" ->
          !own.isWhole(NAMING) || new SchemaUses(all).ofFragment(name)
              ? ""
              : "no contract includes the fragment '" + name + "'";
      default -> others();
    };
  }

  private boolean isHazard(String name) {
    return !own.isWhole(List.of(CodeList.HAZARDS))
        || CodeList.read(all, "hazard", new Problems()).codes().contains(name);
  }

  private String others() {
    Collection<String> folders = all.paths().stream().map(OwnFolder::folderOf).distinct().toList();
    return "files of one's own are staging/DATASET.yaml, codes/LIST.yaml, fragments/NAME.yaml and"
        + " methods/HAZARD.yaml; others must be named like one of the project's, in "
        + folders.stream().filter(name -> !name.isEmpty()).toList();
  }

  private static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }
}
