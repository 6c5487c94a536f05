package org.riskcensus.pipeline.job.report;

import java.util.List;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Section;

/** A chapter of the report, and what the summary says of it. */
interface Chapter {

  /** The chapter; its tables are numbered as it is written. */
  Section write();

  /** Sentences for the summary, each number as the chapter's tables show it. */
  default List<Block> summary() {
    return List.of();
  }
}
