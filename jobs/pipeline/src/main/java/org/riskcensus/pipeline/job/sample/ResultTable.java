package org.riskcensus.pipeline.job.sample;

import java.util.List;

/** A table of results that the generator works out on its own, from the rows an audit accepts. */
interface ResultTable {

  /** Name of the file under {@code expected/}. */
  String file();

  String header();

  /** Takes in an accepted row of a census year; geometry is in the county's plane. */
  void accept(int censusYear, County county, SourcePlan plan, FiledRow row);

  List<String> lines();
}
