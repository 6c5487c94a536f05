package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the dry season counts for a reed fire: the longer, the more; and how much fuel is left of
 * reed that is cut in it or before.
 *
 * @param months range of the number of its months
 * @param regrowthMonths months after which cut reed stands again
 * @param stubbleShare share of the fuel that a cut leaves, 0 to 1
 */
public record ReedSeason(ReferenceRange months, double regrowthMonths, double stubbleShare)
    implements Serializable {

  /** Refuses a share outside 0 to 1. */
  public ReedSeason {
    if (!(stubbleShare >= 0 && stubbleShare <= 1) || !(regrowthMonths >= 0)) {
      throw new IllegalArgumentException(
          "stubble is a share and regrowth not negative, got "
              + stubbleShare
              + ", "
              + regrowthMonths);
    }
  }

  /**
   * Share of the fuel that stands through the season, {@code u + (1 − u) · stubble} for the share u
   * of the season before the cut. All of it where season or cut were not reported.
   */
  double fuelShare(@Nullable DrySeason season, @Nullable LocalDate harvest) {
    if (season == null || harvest == null) {
      return 1;
    }
    double standing = season.standingShare(harvest, regrowthMonths);
    return standing + (1 - standing) * stubbleShare;
  }

  /** The season as a factor. */
  double factor(DrySeason season) {
    return months.normalise(season.months());
  }
}
