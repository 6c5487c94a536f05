package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/** Schools, hospitals and care homes 公共服务设施, and the hidden dangers 灾害隐患 under watch. */
final class FacilityLayers {

  private static final int DANGERS = 36;

  private FacilityLayers() {}

  static Layer facilities(County county) {
    return new ListLayer(
        year ->
            SourcePlan.table(
                    "facility-" + county.code(),
                    county.code(),
                    county.sharedFile("公共服务设施.geojson"),
                    FiledColumn.survey("name 名称 string, kind 类型 string, capacity 容量 integer"))
                .with("POINT", SourcePlan.LON_LAT),
        year -> facilityRows(county));
  }

  private static List<FiledRow> facilityRows(County county) {
    Dice dice = county.dice("facilities");
    List<FiledRow> rows = new ArrayList<>();
    for (int v = 0; v < county.villages().size(); v++) {
      Unit village = county.villages().get(v);
      String[][] kinds = {
        {"school", "小学", "0.75"}, {"hospital", "卫生院", "0.3"}, {"care_home", "敬老院", "0.22"}
      };
      for (String[] kind : kinds) {
        if (dice.chance(Double.parseDouble(kind[2]))) {
          int capacity = dice.between(4, 30) * (kind[0].equals("school") ? 30 : 6);
          rows.add(
              FiledRow.of(
                  Ground.point(county.ground().near(v, dice, 0.4)),
                  "object_id",
                  "K%s-%03d".formatted(county.code(), rows.size() + 1),
                  "admin_code",
                  village.code(),
                  "source_department",
                  county.map().plan().name() + "教育体育局、卫生健康局",
                  "survey_date",
                  LocalDate.of(2024, 6, 1),
                  "name",
                  village.name() + kind[1],
                  "kind",
                  kind[0],
                  "capacity",
                  capacity));
        }
      }
    }
    return rows;
  }

  /** Hidden dangers of the kinds given, open, rectified and closed; more are closed in 2025. */
  static Layer hiddenDangers(County county, String... kinds) {
    boolean sheet = county.code().equals(PlainCounty.PLAN.code());
    String columns =
        "name 名称=隐患名称 string, kind 类型=隐患类型 string, grade 等级=隐患等级 string,"
            + " responsible_unit 责任单位 string, administrative_post 行政责任人岗位 string,"
            + " technical_post 技术责任人岗位 string, patrol_post 巡查责任人岗位 string,"
            + " deadline 整改期限 date, status 状态=整改状态 string, threatened_persons 威胁人数 integer,"
            + " found_date 发现日期 date, rectified_date 整改完成日期 date, closed_date 销号日期 date,"
            + " supervised 挂牌督办 string";
    return new ListLayer(
        year -> {
          String file = county.file(year, sheet ? "灾害隐患清单.xlsx" : "灾害隐患清单.csv");
          SourcePlan plan =
              SourcePlan.table(
                      "hidden_danger-" + county.code(),
                      county.code(),
                      file,
                      FiledColumn.survey(columns))
                  .with("POINT", SourcePlan.LON_LAT);
          return sheet
              ? plan.titled(
                  county.map().plan().name() + "灾害隐患排查整改清单(合成数据)", "截至" + year + "年12月31日")
              : plan.with(SourcePlan.GB18030);
        },
        year -> dangerRows(county, year, kinds));
  }

  private static List<FiledRow> dangerRows(County county, int year, String... kinds) {
    Dice dice = county.dice("dangers");
    Dice days = county.dice("danger-days");
    List<FiledRow> rows = new ArrayList<>();
    for (int n = 1; n <= DANGERS; n++) {
      int v = dice.between(0, county.villages().size() - 1);
      Unit village = county.villages().get(v);
      Coordinate place = county.ground().somewhere(v, dice);
      String kind = kinds[dice.between(0, kinds.length - 1)];
      String grade = List.of("小型", "中型", "大型", "特大型").get(dice.pickByWeight(50, 32, 14, 4));
      int deadlineMonth = dice.between(0, 23);
      int due = 2024 * 12 + 3 + deadlineMonth;
      double pace = dice.uniform(0, 1);
      DangerLoop loop = DangerLoop.of(pace, LocalDate.of(due / 12, due % 12 + 1, 28), days);
      String township = village.name().replaceAll("第.*", "");
      rows.add(
          FiledRow.of(
                  Ground.point(place),
                  "object_id",
                  "X%s-%03d".formatted(county.code(), n),
                  "admin_code",
                  village.code(),
                  "source_department",
                  county.map().plan().name() + "应急管理局",
                  "survey_date",
                  LocalDate.of(year, 12, 10),
                  "name",
                  village.name() + kind + "隐患" + n,
                  "kind",
                  kind,
                  "grade",
                  grade,
                  "responsible_unit",
                  township + "人民政府",
                  "administrative_post",
                  township + "分管负责人",
                  "technical_post",
                  township + "应急办主任",
                  "patrol_post",
                  village.name() + "网格员",
                  "deadline",
                  loop.deadline(),
                  "status",
                  loop.status(year),
                  "threatened_persons",
                  (int) (25 * dice.logNormal(1.0)),
                  "found_date",
                  loop.found(),
                  "supervised",
                  grade.contains("大型") ? "是" : "否")
              .with("rectified_date", loop.rectified(year))
              .with("closed_date", loop.closed(year)));
    }
    return rows;
  }
}
