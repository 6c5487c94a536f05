package org.riskcensus.core.loss;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the value of an indicator comes from figures.
 *
 * @param kind the form of the computation
 * @param part the figure measured; null when unavailable
 * @param whole what it is related to; null where there is no ratio
 * @param unavailable why the indicator cannot be computed from a census; empty where it can
 */
public record KpiMeasure(
    Kind kind, @Nullable KpiFigure part, @Nullable KpiFigure whole, String unavailable)
    implements Serializable {

  /** The forms an indicator can have. */
  public enum Kind {
    /** Mean over the years of the plan period of part / whole 年均. */
    MEAN_OF_RATIOS(2),
    /** Sum of the part over the sum of the whole, over the years of the plan period. */
    RATIO_OF_SUMS(2),
    /** Part over whole, each of its latest year. */
    LATEST_RATIO(2),
    /** The part of its latest year. */
    LATEST(1),
    /** The largest part of any year of the plan period. */
    WORST(1),
    /** The census does not record what the indicator needs. */
    UNAVAILABLE(0);

    private final int figures;

    Kind(int figures) {
      this.figures = figures;
    }

    /** How many figures it needs: none, the part, or part and whole. */
    public int figures() {
      return figures;
    }

    /** The code in method files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a code, if it is one. */
    public static Optional<Kind> find(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  public KpiMeasure {
    int given = (part == null ? 0 : 1) + (whole == null ? 0 : 1);
    if (given != kind.figures() || (part == null && whole != null)) {
      throw new IllegalArgumentException(
          "%s needs %d figures, got part %s and whole %s"
              .formatted(kind.code(), kind.figures(), part, whole));
    }
  }

  KpiFigure getPart() {
    if (part == null) {
      throw new IllegalStateException(kind.code() + " has no part");
    }
    return part;
  }

  KpiFigure getWhole() {
    if (whole == null) {
      throw new IllegalStateException(kind.code() + " has no whole");
    }
    return whole;
  }
}
