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
    return code.replaceAll("(0{8}|0{6}|0{3})$", "").replaceAll("^(\\d{4})00$", "$1");
  }

  /** The six digits of its county; of a larger unit, those of its own code. */
  String county() {
    return code.substring(0, 6);
  }
}
