package org.riskcensus.pipeline.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads one file of {@code schemas/codes}. */
final class CodeListReader {

  private CodeListReader() {}

  static CodeList read(YamlNode root, String expectedName) {
    root.allow("list", "title", "source", "entries");
    String name = root.text("list");
    if (!name.equals(expectedName)) {
      root.problem("the list is called '" + name + "' but its file '" + expectedName + "'");
    }
    List<CodeList.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode item : root.find("entries").map(YamlNode::items).orElse(List.of())) {
      item.allow("code", "zh", "en");
      CodeList.Entry entry =
          new CodeList.Entry(item.text("code"), item.text("zh"), item.text("en"));
      boolean newCode = seen.add(entry.code());
      boolean newName = seen.add(entry.zh());
      if (!newCode || !newName) {
        item.problem("'" + entry.code() + "' or '" + entry.zh() + "' is in the list twice");
      }
      entries.add(entry);
    }
    if (entries.isEmpty()) {
      root.problem("the list has no entries");
    }
    return new CodeList(name, root.text("title"), root.text("source"), List.copyOf(entries));
  }
}
