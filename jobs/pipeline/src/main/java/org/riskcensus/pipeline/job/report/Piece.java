package org.riskcensus.pipeline.job.report;

import java.util.List;
import org.riskcensus.formats.report.Block;

/** A part of a chapter under a heading of its own; one without content is left out. */
interface Piece {

  /** Anchor; {@code section.ID} is the phrase of the heading. */
  String id();

  /** What stands under the heading. */
  List<Block> blocks();
}
