package org.riskcensus.pipeline.config;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A finding that somebody answers for 质检豁免: it is recorded with its waiver, keeps no row out of
 * staging and does not count at the quality gate, until the waiver expires. With {@code effect:
 * exclude} the row stays out, and somebody answers for a release without it.
 *
 * @param rule the rule waived
 * @param source id of the source it is waived for
 * @param objects the objects it is waived for, by {@code object_id} (units by {@code admin_code});
 *     none for all of the source
 * @param author who answers for it
 * @param reason why
 * @param expires the last day it holds, by the logical date of the run
 * @param excludes whether the row stays out
 * @param line line of the description it stands on
 */
public record Waiver(
    String rule,
    String source,
    List<String> objects,
    String author,
    String reason,
    LocalDate expires,
    boolean excludes,
    int line)
    implements Serializable {

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isAfter(expires);
  }

  /** What it waives, for messages. */
  public String scope() {
    return rule + " / " + source + (objects.isEmpty() ? "" : " " + objects);
  }
}
