package org.riskcensus.pipeline.contract;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as filed: plain, with an exponent, or with thousands grouped by a comma of any width;
 * digits of any width. A comma that does not group thousands is no number: whether {@code 1,5}
 * means 1.5 or 15 is for the filer to say.
 */
public final class NumberText {

  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

  private NumberText() {}

  /** The number; empty when the text is none. */
  public static Optional<BigDecimal> parse(String filed) {
    String text = FiledText.halfWidth(filed).replace('、', ',').replace('−', '-');
    if (GROUPED.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text.replace(",", "")));
    }
    return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }
}
