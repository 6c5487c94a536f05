package org.riskcensus.pipeline.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.riskcensus.pipeline.yaml.Problems;

/** Languages that reports, maps, legends and explanations are written in. */
public enum Language {
  ZH("zh-CN", Locale.CHINESE),
  EN("en", Locale.ENGLISH);

  private final String tag;
  private final Locale locale;

  Language(String tag, Locale locale) {
    this.tag = tag;
    this.locale = locale;
  }

  /** The language of a code as a user gives it; Chinese, with the problem, for another. */
  public static Language of(String code, Problems problems) {
    Optional<Language> found =
        Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    if (found.isEmpty()) {
      problems.add("--lang", 0, code + " is neither zh nor en");
    }
    return found.orElse(ZH);
  }

  /** The text of this language. */
  public String of(String zh, String en) {
    return this == ZH ? zh : en;
  }

  /** What users and names of resources call it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is added to the name of a file: nothing for Chinese, which is the default. */
  public String suffix() {
    return of("", "_" + code());
  }

  /** Tag of the language, for documents. */
  public String tag() {
    return tag;
  }

  /** Its locale. */
  public Locale locale() {
    return locale;
  }
}
