package org.riskcensus.pipeline.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads one file of {@code schemas/codes}. A list may {@code include} others, whose entries come
 * first, so that what is told in one of them, such as the hazards, is not told again.
 */
final class CodeListReader {

  private final SchemaFiles files;
  private final Problems problems;
  private final List<CodeList.Entry> entries = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private CodeListReader(SchemaFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  static CodeList read(SchemaFiles files, String expectedName, Problems problems) {
    return new CodeListReader(files, problems).list(expectedName);
  }

  private CodeList list(String expectedName) {
    YamlNode root = files.parse(path(expectedName), problems);
    root.allow("list", "title", "source", "include", "entries");
    String name = root.text("list");
    if (!name.equals(expectedName)) {
      root.problem("the list is called '" + name + "' but its file '" + expectedName + "'");
    }
    root.texts("include").forEach(other -> include(root, other));
    root.find("entries").ifPresent(this::add);
    if (entries.isEmpty()) {
      root.problem("the list has no entries");
    }
    return new CodeList(name, root.text("title"), root.text("source"), List.copyOf(entries));
  }

  /** One level deep: a list that is included is told in full in its own file. */
  private void include(YamlNode root, String other) {
    if (!files.paths().contains(path(other))) {
      root.problem("include: there is no code list '" + other + "'");
      return;
    }
    YamlNode included = files.parse(path(other), new Problems());
    if (included.find("include").isPresent()) {
      root.problem("include: '" + other + "' includes others itself; include those");
    }
    included.find("entries").ifPresent(list -> list.items().forEach(this::addIncluded));
  }

  private void addIncluded(YamlNode item) {
    CodeList.Entry entry = entry(item);
    seen.add(entry.code());
    seen.add(entry.zh());
    entries.add(entry);
  }

  private void add(YamlNode list) {
    for (YamlNode item : list.items()) {
      item.allow("code", "zh", "en");
      CodeList.Entry entry = entry(item);
      boolean newCode = seen.add(entry.code());
      boolean newName = seen.add(entry.zh());
      if (!newCode || !newName) {
        item.problem("'" + entry.code() + "' or '" + entry.zh() + "' is in the list twice");
      }
      entries.add(entry);
    }
  }

  private static CodeList.Entry entry(YamlNode item) {
    return new CodeList.Entry(item.text("code"), item.text("zh"), item.text("en"));
  }

  private static String path(String name) {
    return "codes/" + name + ".yaml";
  }
}
