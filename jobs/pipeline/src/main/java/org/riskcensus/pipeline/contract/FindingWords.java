package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;

/**
 * Words findings in one language, wholly: columns, data sets and codes by their names in it. Values
 * of the data stay as they are. Columns have Chinese labels; in English they stand by their names.
 * Serializable.
 */
public final class FindingWords implements Serializable {

  private static final long serialVersionUID = 1L;

  /** How a value can be told, beside as the name of a code of a list. */
  static final Set<String> TELLINGS =
      Set.of("field", "fields", "table", "unit", "codes", "reading", "aside");

  private final Rules rules;
  private final Language language;
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, CodeList> codes;

  private FindingWords(Rules rules, Contracts contracts, Language language) {
    this.rules = rules;
    this.language = language;
    this.codes = new TreeMap<>(contracts.codeLists());
    for (TableContract table : contracts.list("staging")) {
      labels.put(table.simpleName(), table.title());
      for (ColumnContract column : table.columns()) {
        labels.put(table.simpleName() + "." + column.name(), column.label());
      }
    }
  }

  /** The words in Chinese or in English. */
  public static FindingWords of(Rules rules, Contracts contracts, Language language) {
    return new FindingWords(rules, contracts, language);
  }

  /** The whole finding, about a row of {@code dataset}. */
  public String message(Finding finding, String dataset) {
    Rule rule = rules.get(finding.rule());
    return fill(
        language.of(rule.messageZh(), rule.messageEn()),
        (name, how) ->
            switch (name) {
              case "field" -> field(dataset, finding.field());
              case "observed" -> say(finding.observed(), dataset);
              case "expected" -> say(finding.expected(), dataset);
              default -> throw new NoSuchElementException(rule.id() + " has no value " + name);
            });
  }

  /** One thing a finding tells; null where it tells none. */
  public @Nullable String find(@Nullable Wording wording, String dataset) {
    return wording == null ? null : say(wording, dataset);
  }

  /** One thing a finding tells. */
  public String say(Wording wording, String dataset) {
    List<String> values = wording.values();
    return wording.phrase().isEmpty()
        ? shown(values.get(0))
        : fill(
            rules.words().get(wording.phrase()).in(language),
            (name, how) -> told(shown(values.get(Integer.parseInt(name))), how, dataset));
  }

  private String fill(String text, BinaryOperator<String> value) {
    return language == Language.ZH ? Template.fillChinese(text, value) : Template.fill(text, value);
  }

  private static String shown(@Nullable String value) {
    return value == null ? "" : value;
  }

  private String told(String value, String how, String dataset) {
    return switch (how) {
      case "" -> value;
      case "field" -> field(dataset, value);
      case "fields" -> each(Stream.of(value.split(" ")), f -> field(dataset, f), " + ");
      case "table" -> language.of(labels.getOrDefault(value, value), value.replace('_', ' '));
      case "unit" -> unit(value);
      case "codes" -> each(list(value).entries().stream(), this::entry, language.of("、", ", "));
      case "reading" -> language == Language.ZH ? rules.words().readings().inChinese(value) : value;
      case "aside" -> value.isEmpty() ? "" : language.of("（%s）", " (%s)").formatted(value);
      default -> code(list(how), value);
    };
  }

  private static <T> String each(Stream<T> of, Function<T, String> text, String between) {
    return of.map(text).collect(Collectors.joining(between));
  }

  private String field(String dataset, String column) {
    return language.of(labels.getOrDefault(dataset + "." + column, column), column);
  }

  private String unit(String name) {
    RuleWords.Said unit = rules.words().units().get(name);
    return unit == null ? name : unit.in(language);
  }

  private CodeList list(String name) {
    CodeList list = codes.get(name);
    if (list == null) {
      throw new NoSuchElementException("no code list " + name);
    }
    return list;
  }

  private String code(CodeList list, String code) {
    return list.entries().stream()
        .filter(entry -> entry.code().equals(code))
        .findFirst()
        .map(entry -> entry.in(language))
        .orElse(code);
  }

  /** As a filer may write it: the Chinese name, or the code. */
  private String entry(CodeList.Entry entry) {
    return language.of(entry.zh(), entry.code());
  }
}
