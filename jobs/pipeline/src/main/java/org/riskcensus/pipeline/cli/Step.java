package org.riskcensus.pipeline.cli;

/** The steps of a run, in their order. */
enum Step {
  INGEST,
  ASSESS,
  CAPACITY,
  LOSSES,
  PUBLISH,
  EXPORT
}
