package org.riskcensus.core.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An indicator given as data: {@code base × Σ factorᵢ·termᵢ / denominator}, or the sum alone. A
 * term that was not reported leaves the value partial, and the reason names it; none reported, or
 * no denominator, and there is no value. What the census does not record at all is named with each
 * value.
 *
 * @param terms columns and the factors they enter with
 * @param denominator column; empty for a plain sum
 * @param base what a ratio is scaled to
 * @param leftOut what the definition asks for and no column holds; empty when nothing
 */
public record RatioIndicator(
    Map<String, Double> terms, String denominator, double base, String leftOut)
    implements Serializable {

  /** How much of an indicator could be computed. */
  public enum Status {
    COMPUTED,
    PARTIAL,
    NOT_COMPUTABLE
  }

  /** Why a value is missing or partial. */
  public enum Cause {
    NOT_REPORTED,
    ZERO_BASE
  }

  /**
   * A value with how it came about.
   *
   * @param value null where there is none
   * @param numerator the sum of the terms; null where none was reported
   * @param divisor null for a plain sum, or where it was not reported
   * @param cause null where every figure was there
   * @param lacking the columns that the cause is about
   */
  public record Value(
      @Nullable Double value,
      @Nullable Double numerator,
      @Nullable Double divisor,
      Status status,
      @Nullable Cause cause,
      List<String> lacking) {

    private static Value without(
        @Nullable Double numerator, @Nullable Double divisor, Cause cause, List<String> lacking) {
      return new Value(null, numerator, divisor, Status.NOT_COMPUTABLE, cause, lacking);
    }
  }

  public RatioIndicator {
    if (!(base > 0)) {
      throw new IllegalArgumentException("base " + base);
    }
  }

  /** Evaluates on the figures of a unit and year; a null or absent figure was not reported. */
  public Value evaluate(Map<String, ? extends @Nullable Number> figures) {
    if (terms.isEmpty()) {
      return new Value(null, null, null, Status.NOT_COMPUTABLE, null, List.of());
    }
    List<String> missing =
        terms.keySet().stream().filter(term -> figures.get(term) == null).sorted().toList();
    if (missing.size() == terms.size()) {
      return Value.without(null, null, Cause.NOT_REPORTED, missing);
    }
    double sum =
        terms.entrySet().stream()
            .filter(term -> figures.get(term.getKey()) != null)
            .sorted(Map.Entry.comparingByKey())
            .mapToDouble(term -> term.getValue() * number(figures, term.getKey()))
            .sum();
    Status status = missing.isEmpty() && leftOut.isEmpty() ? Status.COMPUTED : Status.PARTIAL;
    Cause cause = missing.isEmpty() ? null : Cause.NOT_REPORTED;
    if (denominator.isEmpty()) {
      return new Value(sum, null, null, status, cause, missing);
    }
    if (figures.get(denominator) == null) {
      return Value.without(sum, null, Cause.NOT_REPORTED, List.of(denominator));
    }
    double divisor = number(figures, denominator);
    if (divisor <= 0) {
      return Value.without(sum, divisor, Cause.ZERO_BASE, List.of(denominator));
    }
    return new Value(sum * base / divisor, sum, divisor, status, cause, missing);
  }

  /** How a value came about, or why there is none, in a sentence. */
  public String reason(Value value) {
    String columns = String.join(", ", value.lacking());
    List<String> told = new ArrayList<>();
    if (value.cause() == Cause.NOT_REPORTED) {
      told.add("not reported: " + columns);
    } else if (value.cause() == Cause.ZERO_BASE) {
      told.add(columns + " is zero");
    } else if (!terms.isEmpty()) {
      told.add("all terms reported");
    }
    if (!leftOut.isEmpty()) {
      told.add("not recorded: " + leftOut);
    }
    return String.join("; ", told);
  }

  private static double number(Map<String, ? extends @Nullable Number> figures, String column) {
    return Objects.requireNonNull(figures.get(column)).doubleValue();
  }
}
