package org.riskcensus.core.finding;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a finding tells, without a language: a value as it is, or a phrase of {@code schemas/rules}
 * with the values that go into it. Whoever knows the phrases words it in Chinese or English.
 *
 * @param phrase id of the phrase, empty for a value that is the same in every language
 * @param values the values of the phrase in its order, or the one value
 */
public record Wording(String phrase, List<String> values) implements Serializable {

  /** As many digits as a limit is right to after it was multiplied. */
  private static final MathContext DIGITS = new MathContext(12);

  /** A value as it is: what was filed, a number, a code. */
  public static Wording of(Object value) {
    return new Wording("", List.of(value.toString()));
  }

  /** A limit as whoever set it wrote it: no digit lost, none that says nothing. */
  public static String limit(double limit) {
    return new BigDecimal(limit).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  /** A phrase with its values; one that was not filed is empty text. */
  public static Wording phrase(String id, @Nullable Object... values) {
    return new Wording(id, Stream.of(values).map(v -> Objects.toString(v, "")).toList());
  }
}
