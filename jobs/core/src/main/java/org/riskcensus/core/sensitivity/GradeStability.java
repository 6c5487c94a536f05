package org.riskcensus.core.sensitivity;

import java.util.Arrays;

/**
 * How often a unit keeps its grade.
 *
 * @param runs number of runs looked at
 * @param kept runs with the same grade
 * @param lower runs with a lower one
 * @param lowest lowest grade of any run
 * @param highest highest grade of any run
 */
public record GradeStability(int runs, int kept, int lower, int lowest, int highest) {

  /**
   * Counts.
   *
   * @param grade the grade by the weights as they are
   * @param inRuns grade in each run, at least one
   */
  public static GradeStability of(int grade, int... inRuns) {
    if (inRuns.length == 0) {
      throw new IllegalArgumentException("no run to look at");
    }
    int kept = (int) Arrays.stream(inRuns).filter(other -> other == grade).count();
    int lower = (int) Arrays.stream(inRuns).filter(other -> other < grade).count();
    return new GradeStability(
        inRuns.length,
        kept,
        lower,
        Arrays.stream(inRuns).min().getAsInt(),
        Arrays.stream(inRuns).max().getAsInt());
  }

  /** Share of the runs with the same grade, 0 to 1. */
  public double keptShare() {
    return (double) kept / runs;
  }

  /** Share of the runs with a lower grade. */
  public double lowerShare() {
    return (double) lower / runs;
  }

  /** Share of the runs with a higher grade. */
  public double higherShare() {
    return (double) (runs - kept - lower) / runs;
  }
}
