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

  private static final String WILDFIRE = "森林草原火灾";

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
      target.write(wildfire(y, dice));
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

  private FiledRow wildfire(int year, Dice dice) {
    int fires = dice.between(0, firesPerYear);
    double hectares = Rounded.to2(fires * dice.uniform(0.2, 1.4));
    LossFigures figures = LossFigures.none().count("affected_population", 0).count("deaths", 0);
    figures.wan("loss_agriculture_wan", hectares * 1.5).wan("loss_other_wan", fires * 0.3);
    return figures
        .summed()
        .into(row(year, WILDFIRE, "wildfire"))
        .with("forest_damaged_ha", hectares)
        .with("forest_fires", fires)
        .with("forest_fires_24h", fires);
  }

  /** Amounts from a thousand on as people type them: with a comma. */
  private static FiledRow withThousands(FiledRow row) {
    double total = row.number(LossFigures.TOTAL);
    return total < 1000
        ? row
        : row.with(LossFigures.TOTAL, String.format(java.util.Locale.ROOT, "%,.2f", total));
  }
}
