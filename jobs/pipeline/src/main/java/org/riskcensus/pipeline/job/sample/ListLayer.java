package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A layer of few rows, made as a list.
 *
 * @param plans the plan of a year
 * @param rows the rows of a year
 */
record ListLayer(IntFunction<SourcePlan> plans, IntFunction<List<FiledRow>> rows) implements Layer {

  @Override
  public SourcePlan plan(int year) {
    return plans.apply(year);
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    for (FiledRow row : rows.apply(year)) {
      target.write(row);
    }
  }
}
