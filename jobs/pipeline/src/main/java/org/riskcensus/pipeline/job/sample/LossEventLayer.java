package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * Reports of disasters by township 灾情事件: a final report each, before it an initial one and, where
 * it lasted, a follow-up, both with lower figures.
 */
final class LossEventLayer implements Layer {

  private final County county;
  private final LossHistory history;

  LossEventLayer(County county, LossHistory history) {
    this.county = county;
    this.history = history;
  }

  @Override
  public SourcePlan plan(int year) {
    return SourcePlan.table(
            "loss_event-" + county.code(),
            county.code(),
            county.file(year, "灾情事件.xlsx"),
            FiledColumn.survey(
                "event_id 事件编号 string, event_name 事件名称 string, hazard_kind 灾种=灾害种类 string,"
                    + " start_date 开始日期=灾害发生日期 date, end_date 结束日期=灾害结束日期 date,"
                    + " report_type 报告类型 string, relief_hours 基本救助小时 double, "
                    + LossFigures.COLUMNS))
        .titled(county.map().plan().name() + "自然灾害情况统计表(合成数据)", "填报单位:乡镇(街道)  金额单位:万元  面积单位:公顷");
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    Dice dice = county.dice("reports");
    for (LossHistory.Disaster disaster : history.until(year)) {
      int n = 0;
      for (LossHistory.Strike strike : disaster.strikes()) {
        n++;
        double early = dice.uniform(0.35, 0.6);
        boolean lasting = !disaster.end().isBefore(disaster.start().plusDays(2));
        if (dice.chance(0.35)) {
          target.write(row(disaster, strike, n, "初报", early));
        }
        if (lasting && dice.chance(0.5)) {
          target.write(row(disaster, strike, n, "续报", 0.85));
        }
        target.write(row(disaster, strike, n, "核报", 1));
      }
    }
  }

  private FiledRow row(
      LossHistory.Disaster disaster, LossHistory.Strike strike, int n, String type, double share) {
    boolean last = type.equals("核报");
    LocalDate filed = type.equals("初报") ? disaster.start() : disaster.end().plusDays(last ? 5 : 1);
    FiledRow row =
        FiledRow.of(
            null,
            "object_id",
            disaster.id() + "-" + n + (last ? "Z" : type.equals("初报") ? "C" : "X"),
            "admin_code",
            strike.township().code(),
            "source_department",
            strike.township().name() + "应急办",
            "survey_date",
            filed,
            "event_id",
            disaster.id(),
            "event_name",
            disaster.name(),
            "hazard_kind",
            disaster.kind().name(),
            "start_date",
            disaster.start(),
            "end_date",
            disaster.end(),
            "report_type",
            type);
    if (last) {
      row = row.with("relief_hours", strike.reliefHours());
    }
    return (last ? strike.figures() : strike.figures().times(share)).into(row);
  }
}
