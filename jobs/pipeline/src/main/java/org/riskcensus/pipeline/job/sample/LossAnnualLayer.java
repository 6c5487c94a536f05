package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * Final annual losses of a county by kind 年度灾情: what the events sum to, revised upwards by up to
 * six per cent, as annual figures are; and a line a year for forest fires.
 */
final class LossAnnualLayer implements Layer {

  private final County county;
  private final LossHistory history;
  private final int firesPerYear;

  LossAnnualLayer(County county, LossHistory history, int firesPerYear) {
    this.county = county;
    this.history = history;
    this.firesPerYear = firesPerYear;
  }

  @Override
  public SourcePlan plan(int year) {
    return SourcePlan.table(
            "loss_annual-" + county.code(),
            county.code(),
            county.file(year, "年度灾情.csv"),
            FiledColumn.survey(
                "year 年份 integer, hazard_kind 灾种 string, "
                    + LossFigures.COLUMNS
                    + ", forest_damaged_ha 受害森林公顷 double, forest_fires 森林火灾次数 integer,"
                    + " forest_fires_24h 二十四小时扑灭次数 integer"))
        .with(SourcePlan.GB18030);
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    Dice dice = county.dice("annual");
    for (int y = YearFigures.FIRST; y <= year; y++) {
      Map<LossKind, LossFigures> kinds = new TreeMap<>(Comparator.comparing(LossKind::name));
      for (LossHistory.Disaster disaster : history.until(y)) {
        if (disaster.start().getYear() == y) {
          for (LossHistory.Strike strike : disaster.strikes()) {
            kinds.merge(disaster.kind(), strike.figures(), LossFigures::plus);
          }
        }
      }
      for (Map.Entry<LossKind, LossFigures> kind : kinds.entrySet()) {
        LossFigures revised = kind.getValue().times(dice.uniform(1, 1.06));
        FiledRow row = row(y, kind.getKey().name(), kind.getKey().code());
        target.write(withThousands(revised.into(row)));
      }
      FiledRow fires = row(y, ForestFires.KIND, ForestFires.CODE);
      target.write(ForestFires.draw(firesPerYear, dice).into(fires));
    }
  }

  private FiledRow row(int year, String kind, String code) {
    return FiledRow.of(
        null,
        "object_id",
        "Y%s-%d-%s".formatted(county.code(), year, code),
        "admin_code",
        county.unitCode(),
        "source_department",
        county.map().plan().name() + "应急管理局",
        "survey_date",
        LocalDate.of(year, 12, 28),
        "year",
        year,
        "hazard_kind",
        kind);
  }

  /** Amounts from a thousand on as people type them: with a comma. */
  private static FiledRow withThousands(FiledRow row) {
    double total = row.number(LossFigures.TOTAL);
    return total < 1000
        ? row
        : row.with(LossFigures.TOTAL, String.format(java.util.Locale.ROOT, "%,.2f", total));
  }
}
