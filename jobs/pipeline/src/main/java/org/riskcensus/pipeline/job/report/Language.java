package org.riskcensus.pipeline.job.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Languages a report is written in. */
public enum Language {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  static Optional<Language> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tag of the language, for the files. */
  String tag() {
    return tag;
  }
}
