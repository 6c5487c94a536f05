package org.riskcensus.pipeline.job.sample;

import java.util.List;

/** All result tables of a sample. */
final class Expected {

  private final List<ResultTable> tables =
      List.of(
          new UnitAreas(),
          new ExposureTotals(),
          new HazardAreas(),
          new FloodDegrees(),
          new InformationValues(),
          new ReedFires(),
          new LossTable(),
          new KpiTable());

  void accept(int censusYear, County county, SourcePlan plan, FiledRow row) {
    tables.forEach(table -> table.accept(censusYear, county, plan, row));
  }

  List<ResultTable> tables() {
    return tables;
  }
}
