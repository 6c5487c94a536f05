package org.riskcensus.pipeline.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * A folder of schema files of one's own 自定义方法 and what it may hold: files that take the place of
 * the project's, and more datasets, code lists that something names, and methods of hazards. Any
 * other file would have no effect, most often because its name is misspelt, so it is refused.
 */
final class OwnFolder {

  private static final String SUFFIX = ".yaml";
  private static final Set<String> NAMESPACES = Set.of("staging", "fragments");

  private final Path folder;
  private final Map<String, String> texts = new TreeMap<>();

  private OwnFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Lays the files of {@code folder} over those of the project.
   *
   * @param problems takes every file that has no effect
   */
  static SchemaFiles over(SchemaFiles project, Path folder, Problems problems) throws IOException {
    OwnFolder own = new OwnFolder(folder);
    own.read(problems);
    SchemaFiles all = project.with(own.texts, folder.toString());
    own.texts.keySet().stream()
        .filter(path -> !project.paths().contains(path))
        .forEach(path -> own.check(path, all, problems));
    return all;
  }

  private void read(Problems problems) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(SUFFIX)) {
          String path = folder.relativize(file).toString().replace('\\', '/');
          texts.put(path, Files.readString(file, StandardCharsets.UTF_8));
        } else if (!name.startsWith(".") && !name.startsWith("README")) {
          problems.add(file.toString(), 0, "is not read: names of schema files end with " + SUFFIX);
        }
      }
    }
  }

  private void check(String path, SchemaFiles all, Problems problems) {
    String[] parts = path.substring(0, path.length() - SUFFIX.length()).split("/", 2);
    String name = parts.length == 2 ? parts[1] : "";
    String advice =
        switch (parts[0]) {
          case "methods" ->
              hazard(name, all) ? "" : "name the hazard '" + name + "' in codes/hazard.yaml";
          case "codes" ->
              named(name, all) ? "" : "no contract and no list names the code list '" + name + "'";
          default -> NAMESPACES.contains(parts[0]) && !name.isEmpty() ? "" : others(all);
        };
    if (!advice.isEmpty() || name.contains("/")) {
      problems.add(
          all.place(path),
          0,
          "is none of the project's files and would have no effect: "
              + (advice.isEmpty() ? others(all) : advice));
    }
  }

  private static String others(SchemaFiles all) {
    Collection<String> folders = all.paths().stream().map(OwnFolder::folderOf).distinct().toList();
    return "files of one's own are staging/DATASET.yaml, codes/LIST.yaml, fragments/NAME.yaml and"
        + " methods/HAZARD.yaml; others must be named like one of the project's, in "
        + folders.stream().filter(name -> !name.isEmpty()).toList();
  }

  private static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }

  private static boolean hazard(String name, SchemaFiles all) {
    return CodeList.read(all, "hazard", new Problems()).codes().contains(name);
  }

  private static boolean named(String list, SchemaFiles all) {
    Pattern column = Pattern.compile("\\bcodes:\\s*\"?" + Pattern.quote(list) + "\"?\\s*[,}\\s]");
    Pattern include = Pattern.compile("\\binclude:.*\\b" + Pattern.quote(list) + "\\b");
    return all.paths().stream()
        .map(all::text)
        .anyMatch(text -> column.matcher(text).find() || include.matcher(text).find());
  }
}
