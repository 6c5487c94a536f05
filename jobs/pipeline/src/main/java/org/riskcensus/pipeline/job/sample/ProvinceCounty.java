package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * What the layers of one county of a made-up province share.
 *
 * @param config of the province
 * @param units of the county
 * @param years of the province
 * @param contracts whose columns the files have
 */
record ProvinceCounty(
    ProvinceConfig config, ProvinceUnits.County units, ProvinceYears years, Contracts contracts) {

  /** What one township lost in one disaster. */
  record Strike(ProvinceUnits.Township township, ProvinceEvents.Event event, LossFigures figures) {}

  private static final double STRUCK = 0.75;
  private static final double TOWNSHIPS_STRUCK = 2.2;

  /** A file with every column of its table. */
  SourcePlan plan(String dataset, String file) {
    String code = units.code();
    List<FiledColumn> columns = FiledColumn.of(contracts.get("staging." + dataset));
    return SourcePlan.table(dataset + "-" + code, code, code + "/" + file, columns)
        .with(SourcePlan.GB18030);
  }

  Dice dice(String topic) {
    return Dice.of(config.seed(), units.code() + "/" + topic);
  }

  /** The final figures of a year's disasters, always the same; those of a year alone are held. */
  List<Strike> losses(int year) {
    Dice dice = dice("losses/" + year);
    String city = units.code().substring(0, 4);
    List<Strike> strikes = new ArrayList<>();
    for (ProvinceEvents.Event event : ProvinceEvents.of(city, year, config.seed())) {
      if (dice.chance(STRUCK)) {
        strike(event, dice, strikes);
      }
    }
    return strikes;
  }

  private void strike(ProvinceEvents.Event event, Dice dice, List<Strike> strikes) {
    int year = event.start().getYear();
    List<ProvinceUnits.Township> spared = new ArrayList<>(units.townships());
    double extent = 1 + TOWNSHIPS_STRUCK * event.force() * dice.uniform(0.5, 1.5);
    int struck = (int) Math.min(spared.size(), extent);
    for (int i = 0; i < struck; i++) {
      ProvinceUnits.Township township = spared.remove(dice.between(0, spared.size() - 1));
      double residents = township.residents() * years.residents(year);
      LossFigures figures = ProvinceFigures.of(event, residents, years.money(year), dice);
      strikes.add(new Strike(township, event, figures));
    }
  }
}
