package org.riskcensus.core.hazard;

import java.util.Arrays;

/** The four grades of scale and of danger 规模/险情等级, {@link #rank()} 1 the smallest. */
public enum DangerGrade {
  SMALL("small", 1),
  MEDIUM("medium", 2),
  LARGE("large", 3),
  VERY_LARGE("very_large", 4);

  private final String code;
  private final int rank;

  DangerGrade(String code, int rank) {
    this.code = code;
    this.rank = rank;
  }

  /** The name used in tables. */
  public String code() {
    return code;
  }

  /** 1 (small) to 4 (very large). */
  public int rank() {
    return rank;
  }

  /**
   * The grade of a code.
   *
   * @throws IllegalArgumentException when no grade has this code
   */
  public static DangerGrade of(String code) {
    return Arrays.stream(values())
        .filter(grade -> grade.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no grade is called '" + code + "'"));
  }

  /**
   * The grade of a rank.
   *
   * @throws IllegalArgumentException outside 1 to 4
   */
  static DangerGrade ofRank(int rank) {
    return Arrays.stream(values())
        .filter(grade -> grade.rank == rank)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no grade has rank " + rank));
  }
}
