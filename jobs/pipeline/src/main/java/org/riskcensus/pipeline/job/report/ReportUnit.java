package org.riskcensus.pipeline.job.report;

/**
 * The unit reported on.
 *
 * @param code 12 digits
 * @param name such as 桓台县
 * @param level code of its level, such as {@code county}
 */
record ReportUnit(String code, String name, String level) {

  /** The digits that the codes of all units within begin with. */
  String prefix() {
    int zeros = code.length() - code.replaceAll("0+$", "").length();
    int digits = zeros >= 10 ? 2 : zeros >= 8 ? 4 : zeros >= 6 ? 6 : zeros >= 3 ? 9 : 12;
    return code.substring(0, digits);
  }

  /** The six digits of its county; of a larger unit, those of its own code. */
  String county() {
    return code.substring(0, 6);
  }

  /** The digits that the codes of its counties begin with. */
  String countyPrefix() {
    return prefix().substring(0, Math.min(6, prefix().length()));
  }

  /** Whether it is a county or lies in one. */
  boolean withinCounty() {
    return countyPrefix().length() == 6;
  }
}
