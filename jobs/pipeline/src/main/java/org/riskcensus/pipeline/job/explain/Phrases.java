package org.riskcensus.pipeline.job.explain;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;

/** Phrases and names of codes in one language. Figures come as text, already formatted. */
final class Phrases {

  private static final String BUNDLE = Phrases.class.getPackageName() + ".phrases";

  private final ResourceBundle bundle;
  private final Contracts contracts;
  private final boolean chinese;

  private Phrases(ResourceBundle bundle, Contracts contracts, boolean chinese) {
    this.bundle = bundle;
    this.contracts = contracts;
    this.chinese = chinese;
  }

  /** The phrases in Chinese or in English. */
  static Phrases in(boolean chinese, Contracts contracts) {
    Locale locale = chinese ? Locale.CHINESE : Locale.ENGLISH;
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            Phrases.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new Phrases(bundle, contracts, chinese);
  }

  /**
   * A phrase with its places filled.
   *
   * @throws MissingResourceException when there is no phrase of this key
   */
  String say(String key, Object... figures) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(figures);
  }

  /** The name of a code; a code that the list lacks stands for itself. */
  String name(String list, @Nullable Object code) {
    return contracts.codeList(list).entries().stream()
        .filter(entry -> entry.code().equals(String.valueOf(code)))
        .findFirst()
        .map(this::name)
        .orElse(String.valueOf(code));
  }

  private String name(CodeList.Entry entry) {
    return chinese ? entry.zh() : entry.en();
  }

  /** The name of an indicator, whatever it is an indicator of. */
  String indicator(String code) {
    String exposure = name("exposure", code);
    return exposure.equals(code) ? name("risk_indicator", code) : exposure;
  }

  /** The name of whose weight it is: an indicator, or a hazard among the others. */
  String weight(String component, String indicator) {
    return component.equals("risk") ? name("risk_kind", indicator) : indicator(indicator);
  }

  /** The label of a filed field; its name in English. */
  String field(String table, String field) {
    return chinese ? contracts.get("staging." + table).get(field).label() : field.replace('_', ' ');
  }

  /** The title of a staging table; its name in English. */
  String table(String table) {
    return chinese ? contracts.get("staging." + table).title() : table.replace('_', ' ');
  }
}
