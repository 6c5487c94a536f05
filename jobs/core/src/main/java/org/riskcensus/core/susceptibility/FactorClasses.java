package org.riskcensus.core.susceptibility;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one factor 因子分级. Numbers fall into half-open intervals named by their breaks, as
 * {@code <8}, {@code 8–15} and {@code ≥15}, a number on a break into the one above; classes that
 * were mapped as such (rock groups 岩组, land cover 土地利用) are taken by the name they were filed with.
 *
 * @param breaks lowest number of each interval but the first, strictly ascending; empty where the
 *     factor has no numbers
 */
public record FactorClasses(List<Double> breaks) implements Serializable {

  /** Copies the breaks and refuses such as do not ascend. */
  public FactorClasses {
    breaks = List.copyOf(breaks);
    for (int i = 1; i < breaks.size(); i++) {
      if (!(breaks.get(i - 1) < breaks.get(i))) {
        throw new IllegalArgumentException("breaks must strictly ascend, got " + breaks);
      }
    }
  }

  /**
   * The class of a place; empty where there is none: a number without breaks to class it by.
   *
   * @param name the class as filed; null where a number was filed
   * @param number null where a class was filed
   */
  public Optional<String> of(@Nullable String name, @Nullable Double number) {
    if (name != null) {
      return Optional.of(name.strip());
    }
    return number == null || breaks.isEmpty() ? Optional.empty() : Optional.of(interval(number));
  }

  private String interval(double number) {
    int above = 0;
    while (above < breaks.size() && number >= breaks.get(above)) {
      above++;
    }
    if (above == 0) {
      return "<" + plain(breaks.get(0));
    }
    if (above == breaks.size()) {
      return "≥" + plain(breaks.get(above - 1));
    }
    return "%s–%s".formatted(plain(breaks.get(above - 1)), plain(breaks.get(above)));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
