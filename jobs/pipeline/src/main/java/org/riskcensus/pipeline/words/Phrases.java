package org.riskcensus.pipeline.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;

/** Phrases and names of codes in one language. Figures come as text, already formatted. */
public final class Phrases {

  private final ResourceBundle bundle;
  private final Contracts contracts;
  private final Language language;

  private Phrases(ResourceBundle bundle, Contracts contracts, Language language) {
    this.bundle = bundle;
    this.contracts = contracts;
    this.language = language;
  }

  /**
   * The phrases of a package in Chinese or in English, its resources {@code phrases_zh} and {@code
   * phrases_en}.
   */
  public static Phrases of(Class<?> owner, Language language, Contracts contracts) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            owner.getPackageName() + ".phrases",
            language.locale(),
            owner.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new Phrases(bundle, contracts, language);
  }

  /**
   * A phrase with its places filled.
   *
   * @throws MissingResourceException when there is no phrase of this key
   */
  public String say(String key, Object... figures) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(figures);
  }

  /** The name of a code; a code that the list lacks stands for itself. */
  public String name(String list, @Nullable Object code) {
    return contracts.codeList(list).entries().stream()
        .filter(entry -> entry.code().equals(String.valueOf(code)))
        .findFirst()
        .map(this::name)
        .orElse(String.valueOf(code));
  }

  /** The name of an entry. */
  public String name(CodeList.Entry entry) {
    return entry.in(language);
  }

  /** The name of an indicator, whatever it is an indicator of. */
  public String indicator(String code) {
    String exposure = name("exposure", code);
    return exposure.equals(code) ? name("risk_indicator", code) : exposure;
  }

  /** The name of whose weight it is: an indicator, or a hazard among the others. */
  public String weight(String component, String indicator) {
    return component.equals("risk") ? name("risk_kind", indicator) : indicator(indicator);
  }

  /** The label of a filed field; its name in English. */
  public String field(String table, String field) {
    return language.of(
        contracts.get("staging." + table).get(field).label(), field.replace('_', ' '));
  }

  /** A value of a filed field: where it is a code, the name of that. */
  public String value(String table, String field, String value) {
    String codes = contracts.get("staging." + table).get(field).codes();
    return codes == null ? value : name(codes, value);
  }

  /** The title of a staging table; its name in English. */
  public String table(String table) {
    return language.of(contracts.get("staging." + table).title(), table.replace('_', ' '));
  }
}
