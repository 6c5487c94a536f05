package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * The way of one hidden danger from discovery to closing, the same in the files of every year: how
 * far it has come grows from year to year, and days stay.
 *
 * @param pace from 0 to 1, how fast it is dealt with
 * @param rectifiedDay day of the year in which it is rectified, from 0
 * @param closedDay the same for its closing; not before the rectification of one year
 */
record DangerLoop(
    double pace, LocalDate deadline, LocalDate found, int rectifiedDay, int closedDay) {

  /** All were found before the first census year ended. */
  private static final LocalDate LAST_FOUND = LocalDate.of(2024, 9, 30);

  private static final double RECTIFIED = 0.6;
  private static final double CLOSED = 0.95;
  private static final double A_YEAR = 0.45;

  static DangerLoop of(double pace, LocalDate deadline, Dice days) {
    int before = days.between(90, 270);
    LocalDate found = deadline.minusDays(before);
    if (found.isAfter(LAST_FOUND)) {
      found = LAST_FOUND.minusDays(before);
    }
    return new DangerLoop(pace, deadline, found, days.between(0, 120), days.between(0, 40));
  }

  String status(int year) {
    return reaches(CLOSED, year) ? "已销号" : reaches(RECTIFIED, year) ? "已整改" : "待整改";
  }

  /** When it was rectified, as the file of a year knows. */
  @Nullable LocalDate rectified(int year) {
    return reaches(RECTIFIED, year) ? after(first(RECTIFIED, year), 180 + rectifiedDay) : null;
  }

  /** When it was closed, as the file of a year knows. */
  @Nullable LocalDate closed(int year) {
    return reaches(CLOSED, year) ? after(first(CLOSED, year), 310 + closedDay) : null;
  }

  private LocalDate after(int year, int day) {
    LocalDate date = LocalDate.of(year, 1, 1).plusDays(day);
    return date.isAfter(found) ? date : found.plusDays(30);
  }

  private int first(double step, int year) {
    return year > 2024 && reaches(step, year - 1) ? first(step, year - 1) : year;
  }

  private boolean reaches(double step, int year) {
    return pace + (year - 2024) * A_YEAR > step;
  }
}
