package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/** Reports of disasters by township 灾情事件 of a county of a made-up province. */
final class ProvinceEventLayer implements Layer {

  private final ProvinceCounty county;
  private final ProvinceTotals totals;

  ProvinceEventLayer(ProvinceCounty county, ProvinceTotals totals) {
    this.county = county;
    this.totals = totals;
  }

  @Override
  public SourcePlan plan(int year) {
    return county.plan("loss_event", "灾情事件.csv");
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    Dice dice = county.dice("reports");
    for (int y = county.config().firstYear(); y <= year; y++) {
      for (ProvinceCounty.Strike strike : county.losses(y)) {
        LossFigures counts = ProvinceReports.of(strike, dice).write(target);
        totals.event(strike.township().code(), y, strike.event().kind().code(), counts);
      }
    }
  }
}
