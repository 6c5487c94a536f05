package org.riskcensus.core.statistics;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

  /**
   * A value with how it came about.
   *
   * @param value null where there is none
   * @param numerator the sum of the terms; null where none was reported
   * @param divisor null for a plain sum, or where it was not reported
   */
  public record Value(
      @Nullable Double value,
      @Nullable Double numerator,
      @Nullable Double divisor,
      Status status,
      String reason) {}

  public RatioIndicator {
    if (!(base > 0)) {
      throw new IllegalArgumentException("base " + base);
    }
  }

  /** Evaluates on the figures of a unit and year; a null or absent figure was not reported. */
  public Value evaluate(Map<String, ? extends @Nullable Number> figures) {
    if (terms.isEmpty()) {
      return new Value(null, null, null, Status.NOT_COMPUTABLE, "not recorded: " + leftOut);
    }
    List<String> missing =
        terms.keySet().stream().filter(term -> figures.get(term) == null).sorted().toList();
    if (missing.size() == terms.size()) {
      return new Value(null, null, null, Status.NOT_COMPUTABLE, reason(missing));
    }
    double sum =
        terms.entrySet().stream()
            .filter(term -> figures.get(term.getKey()) != null)
            .sorted(Map.Entry.comparingByKey())
            .mapToDouble(term -> term.getValue() * number(figures, term.getKey()))
            .sum();
    Status status = missing.isEmpty() && leftOut.isEmpty() ? Status.COMPUTED : Status.PARTIAL;
    if (denominator.isEmpty()) {
      return new Value(sum, null, null, status, reason(missing));
    }
    if (figures.get(denominator) == null) {
      return new Value(null, sum, null, Status.NOT_COMPUTABLE, "not reported: " + denominator);
    }
    double divisor = number(figures, denominator);
    if (divisor <= 0) {
      return new Value(null, sum, divisor, Status.NOT_COMPUTABLE, denominator + " is zero");
    }
    return new Value(sum * base / divisor, sum, divisor, status, reason(missing));
  }

  private String reason(List<String> missing) {
    String reason =
        missing.isEmpty()
            ? "all terms reported"
            : missing.stream().collect(Collectors.joining(", ", "not reported: ", ""));
    return leftOut.isEmpty() ? reason : reason + "; not recorded: " + leftOut;
  }

  private static double number(Map<String, ? extends @Nullable Number> figures, String column) {
    return Objects.requireNonNull(figures.get(column)).doubleValue();
  }
}
