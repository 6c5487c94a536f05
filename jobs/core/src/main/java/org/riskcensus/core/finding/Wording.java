package org.riskcensus.core.finding;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a finding tells, without a language: a value as it is, or a phrase of {@code schemas/rules}
 * with the values that go into it. Whoever knows the phrases words it in Chinese or English.
 *
 * @param phrase id of the phrase, empty for a value that is the same in every language
 * @param values the values of the phrase in its order, or the one value
 */
public record Wording(String phrase, List<String> values) implements Serializable {

  /** A value as it is: what was filed, a number, a code. */
  public static Wording of(Object value) {
    return new Wording("", List.of(value.toString()));
  }

  /** A phrase with its values. */
  public static Wording phrase(String id, Object... values) {
    return new Wording(id, Stream.of(values).map(Object::toString).toList());
  }
}
