package org.riskcensus.formats.report;

import java.time.LocalDate;
import java.util.List;

/**
 * The title page.
 *
 * @param title such as 桓台县自然灾害灾情统计年报
 * @param subtitle such as the period
 * @param facts what identifies the report: unit, release, date of the data
 * @param notices what every reader must know first, such as that the data are synthetic
 * @param date date of the data, not of the making
 * @param identity release and run, for the properties of the files
 */
public record Cover(
    String title,
    String subtitle,
    List<Fact> facts,
    List<String> notices,
    LocalDate date,
    String identity) {

  /** One line of the title page. */
  public record Fact(String label, String value) {}
}
