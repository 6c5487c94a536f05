package org.riskcensus.pipeline.job.expectedloss;

import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.damage.BelowFirst;
import org.riskcensus.core.damage.DepthRule;
import org.riskcensus.core.damage.Integration;

/**
 * How damage and expected annual loss are computed.
 *
 * @param depthDigits decimals of a metre a depth is rounded to before the curve is read; null for
 *     {@value #DIGITS_OF_A_MEAN} with a mean, as Delft-FIAT does, and for none with a depth that
 *     stands in the grid
 */
public record LossMethod(
    DepthRule depth, @Nullable Integer depthDigits, Integration integration, BelowFirst belowFirst)
    implements Serializable {

  private static final int DIGITS_OF_A_MEAN = 2;

  OptionalInt digits() {
    if (depthDigits != null) {
      return OptionalInt.of(depthDigits);
    }
    return depth == DepthRule.MEAN ? OptionalInt.of(DIGITS_OF_A_MEAN) : OptionalInt.empty();
  }

  /** The method in a few lines for the reader of the results. */
  String describe() {
    String of =
        switch (depth) {
          case CENTROID -> "depth of the cell that holds the centroid";
          case MEAN -> "mean depth of the wet cells touched, damage x wet share of cells touched";
          case MAX -> "greatest depth of the cells touched";
        };
    String rounded =
        digits().isEmpty() ? "not rounded" : "rounded to " + digits().getAsInt() + " decimals of m";
    return "depth %s (%s; %s); curves linear between their nodes, constant beyond;%n  "
            .formatted(name(depth), of, rounded)
        + "integration %s; beyond the rarest return period constant; below the first %s"
            .formatted(name(integration), name(belowFirst));
  }

  static String name(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
