package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * Final annual losses by kind 年度灾情 of a county of a made-up province: what its disasters come to,
 * revised upwards by up to six per cent, and a line a year for forest fires.
 */
final class ProvinceAnnualLayer implements Layer {

  private static final int MOST_FIRES = 6;

  private final ProvinceCounty county;
  private final ProvinceTotals totals;

  ProvinceAnnualLayer(ProvinceCounty county, ProvinceTotals totals) {
    this.county = county;
    this.totals = totals;
  }

  @Override
  public SourcePlan plan(int year) {
    return county.plan("loss_annual", "年度灾情.csv");
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    Dice dice = county.dice("annual");
    for (int y = county.config().firstYear(); y <= year; y++) {
      Map<LossKind, LossFigures> kinds = new TreeMap<>(Comparator.comparing(LossKind::code));
      for (ProvinceCounty.Strike strike : county.losses(y)) {
        kinds.merge(strike.event().kind(), strike.figures(), LossFigures::plus);
      }
      for (Map.Entry<LossKind, LossFigures> kind : kinds.entrySet()) {
        LossFigures revised = kind.getValue().times(dice.uniform(1, 1.06));
        target.write(revised.into(row(y, kind.getKey().name(), kind.getKey().code())));
        totals.annual(county.units().unitCode(), y, kind.getKey().code(), revised);
      }
      ForestFires fires = ForestFires.draw(MOST_FIRES, dice);
      target.write(fires.into(row(y, ForestFires.KIND, ForestFires.CODE)));
      totals.annual(county.units().unitCode(), y, ForestFires.CODE, fires.figures());
    }
  }

  private FiledRow row(int year, String kind, String code) {
    return FiledRow.of(
        null,
        "object_id",
        "Y%s-%d-%s".formatted(county.units().code(), year, code),
        "admin_code",
        county.units().unitCode(),
        "source_department",
        county.units().name() + "应急管理局",
        "survey_date",
        LocalDate.of(year, 12, 28),
        "year",
        year,
        "hazard_kind",
        kind);
  }
}
