package org.riskcensus.pipeline.lakehouse;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What every row a run writes can be traced to.
 *
 * @param id fingerprint of everything the results depend on: description, file contents, contracts,
 *     methods, code version; equal inputs give the equal id
 * @param census name of the census
 * @param year census year
 * @param logicalDate the date the run counts as
 * @param counties six-digit codes whose rows the run owns
 * @param methodVersion fingerprint of the methods
 */
public record Run(
    String id,
    String census,
    int year,
    LocalDate logicalDate,
    List<String> counties,
    String methodVersion)
    implements Serializable {

  /** The tag of the release this run makes; not digits only, which would read as a snapshot id. */
  public String tag() {
    return "census-" + year;
  }
}
