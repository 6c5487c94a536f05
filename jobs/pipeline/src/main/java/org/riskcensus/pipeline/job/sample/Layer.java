package org.riskcensus.pipeline.job.sample;

import java.io.IOException;

/** The rows of one source in one census year. */
interface Layer {

  /** What the file of {@code year} looks like. */
  SourcePlan plan(int year);

  /** Writes the sound rows in order; geometry is in the county's plane. */
  void write(int year, RowTarget target) throws IOException;

  /** Where rows go. */
  @FunctionalInterface
  interface RowTarget {
    void write(FiledRow row) throws IOException;
  }
}
