package org.riskcensus.pipeline.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.riskcensus.pipeline.contract.RuleWords.Said;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Whether words of one's own can tell what checks find. Checks name phrases and give them values;
 * the project's own phrases say which there are and how many values each has. What cannot be told
 * is a problem of the files, noted before a row is read.
 */
final class RuleWordsCheck {

  private static final String FILE = "rules/words.yaml";
  private static final String CODES = "codes/";

  private final RuleWords project;
  private final SchemaFiles files;
  private final Set<String> lists = new TreeSet<>(Set.of(LevelScale.CODES));

  /** Checks words of {@code files} against those of the project. */
  RuleWordsCheck(RuleWords project, SchemaFiles files) {
    this.project = project;
    this.files = files;
    for (String path : files.list("codes")) {
      lists.add(path.substring(CODES.length(), path.lastIndexOf('.')));
    }
  }

  /** Notes what is wrong with a phrase. */
  void phrase(YamlNode node, Said said) {
    String id = node.text("id");
    Said known = project.phrases().get(id);
    if (known == null) {
      node.problem("no check tells a phrase '" + id + "'; correct its id or delete it");
      return;
    }
    for (String name : new TreeSet<>(Template.names(both(said)))) {
      if (!name.matches("\\d{1,4}") || Integer.parseInt(name) > last(known)) {
        node.problem(
            "phrase '%s' has a place {%s}, but %s"
                .formatted(
                    id,
                    name,
                    last(known) < 0
                        ? "no values come"
                        : "the last value is {" + last(known) + "}"));
      }
      Template.tellings(both(said), name).forEach(how -> telling(node, known, name, how));
    }
  }

  private static String both(Said said) {
    return said.zh() + said.en();
  }

  private static int last(Said said) {
    return Template.names(both(said)).stream().mapToInt(Integer::parseInt).max().orElse(-1);
  }

  private void telling(YamlNode node, Said known, String name, String how) {
    boolean is =
        how.equals("codes")
            ? Template.tellings(both(known), name).contains(how)
            : FindingWords.TELLINGS.contains(how) || lists.contains(how);
    if (!is) {
      node.problem(
          "{%s:%s}: %s"
              .formatted(
                  name,
                  how,
                  how.equals("codes")
                      ? "the value is no code list"
                      : "there is no code list '" + how + "', and no such way to tell a value"));
    }
  }

  /** Notes what is missing once all files are read. */
  void whole(RuleWords words, Problems problems) {
    for (String id : project.phrases().keySet()) {
      if (!words.phrases().containsKey(id)) {
        problems.add(
            files.place(FILE), 0, "phrase '" + id + "' is missing under words; checks tell it");
      }
    }
    List<Said> readings = words.readings().list();
    if (readings.isEmpty() || !readings.get(readings.size() - 1).en().matches("\\{\\w+}")) {
      problems.add(
          files.place(FILE), 0, "the last of readings must fit any text: {en: \"{0}\", zh: …}");
    }
  }
}
