package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riskcensus.pipeline.contract.RuleWords.Said;

/**
 * What readers say of rows, in Chinese. They say it in English, several things joined by {@code ";
 * "}, and quote what was filed, which can hold the same; so a text is cut where its parts are ones
 * that templates know, as far as they go, and then into as many as can be. The first template that
 * fits tells a part; the last one fits all, and tells what none knows.
 */
final class Readings implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String BETWEEN = "; ";

  /** What a hostile file can have said of a row is told as unknown, not looked through. */
  private static final int MOST_PARTS = 64;

  private static final int MOST_CHARACTERS = 10_000;

  private final List<Said> templates = new ArrayList<>();
  private final List<Pattern> patterns = new ArrayList<>();

  /** A text cut from a part to its end; the score falls by what no template knows. */
  private record Cut(List<String> told, int score) {

    static final Cut END = new Cut(List.of(), 0);

    Cut after(String first, int worth) {
      List<String> all = new ArrayList<>(List.of(first));
      all.addAll(told);
      return new Cut(all, score + worth);
    }
  }

  void add(Said template) {
    templates.add(template);
    patterns.add(Template.pattern(template.en()));
  }

  /** All templates, in their order. */
  List<Said> list() {
    return List.copyOf(templates);
  }

  /** All that readers said of a row. */
  String inChinese(String english) {
    List<String> parts = List.of(english.split(BETWEEN, -1));
    if (parts.size() > MOST_PARTS || english.length() > MOST_CHARACTERS) {
      return unknown(english);
    }
    List<String> each = parts.stream().flatMap(part -> find(part).stream()).toList();
    List<String> told = each.size() == parts.size() ? each : cut(parts);
    return String.join("；", told.stream().distinct().toList());
  }

  private List<String> cut(List<String> parts) {
    int end = parts.size();
    List<Cut> from = new ArrayList<>(Collections.nCopies(end + 1, Cut.END));
    for (int i = end - 1; i >= 0; i--) {
      Cut best = from.get(i + 1).after(unknown(parts.get(i)), -MOST_PARTS);
      for (int j = i + 1; j <= end; j++) {
        Optional<String> first = find(String.join(BETWEEN, parts.subList(i, j)));
        if (first.isPresent() && from.get(j).score() + 1 > best.score()) {
          best = from.get(j).after(first.get(), 1);
        }
      }
      from.set(i, best);
    }
    return from.get(0).told();
  }

  private String unknown(String english) {
    return Template.fill(templates.get(templates.size() - 1).zh(), (name, how) -> english);
  }

  /** One thing that a reader says, where a template before the last knows it. */
  Optional<String> find(String english) {
    for (int i = 0; i < templates.size() - 1; i++) {
      Matcher matcher = patterns.get(i).matcher(english);
      if (matcher.matches()) {
        List<String> names = Template.names(templates.get(i).en());
        return Optional.of(
            Template.fill(
                templates.get(i).zh(), (name, how) -> matcher.group(1 + names.indexOf(name))));
      }
    }
    return Optional.empty();
  }
}
