package org.riskcensus.core.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an inspector says of one indicator of one object. */
public enum ItemVerdict {
  /** As filed. */
  RIGHT("正确"),
  /** Not as filed. */
  WRONG("错误"),
  /** Nobody can tell any more; counts neither as right nor as wrong. */
  UNVERIFIABLE("无法核实");

  private final String label;

  ItemVerdict(String label) {
    this.label = label;
  }

  /** The word in the inspection sheet. */
  public String label() {
    return label;
  }

  /** The value of a column {@code verdict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The verdict of this word or code. */
  public static Optional<ItemVerdict> find(String text) {
    String word = text.strip();
    return Arrays.stream(values())
        .filter(v -> v.label.equals(word) || v.code().equalsIgnoreCase(word))
        .findFirst();
  }
}
