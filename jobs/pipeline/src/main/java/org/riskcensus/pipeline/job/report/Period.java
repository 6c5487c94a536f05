package org.riskcensus.pipeline.job.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Months in a row that are reported on; the year of a period is the one it ends in. */
record Period(YearMonth first, YearMonth last) {

  static Period ofYear(int year) {
    return new Period(YearMonth.of(year, 1), YearMonth.of(year, 12));
  }

  int year() {
    return last.getYear();
  }

  /** The same months in another year. */
  Period in(int year) {
    int years = year - year();
    return new Period(first.plusYears(years), last.plusYears(years));
  }

  List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }
}
