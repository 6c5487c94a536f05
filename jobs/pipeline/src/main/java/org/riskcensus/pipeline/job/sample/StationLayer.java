package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/** Monitoring and early-warning stations 监测预警站 with the radius their operators declare. */
final class StationLayer {

  private static final Map<String, String> DEPARTMENTS =
      Map.of(
          "雨量站", "水利局",
          "水位站", "水利局",
          "地面沉降监测站", "自然资源局",
          "地质灾害监测站", "自然资源局",
          "火情瞭望站", "林业局");

  private StationLayer() {}

  /**
   * The stations of a county.
   *
   * @param added how many at the end are new in 2025
   * @param stations each {@code kind:township:radius}, the township by its number, no radius where
   *     none is declared
   */
  static Layer of(County county, int added, String... stations) {
    boolean sheet = county.code().equals(PlainCounty.PLAN.code());
    return new ListLayer(
        year -> {
          SourcePlan plan =
              SourcePlan.table(
                      "monitoring_station-" + county.code(),
                      county.code(),
                      county.file(year, sheet ? "监测预警站.xlsx" : "监测预警站.geojson"),
                      FiledColumn.survey(
                          "name 名称=站点名称 string, kind 类型=站点类型 string,"
                              + " radius_m 监测半径=监测半径(m) integer"))
                  .with("POINT", SourcePlan.LON_LAT);
          return sheet ? plan.titled("监测预警站登记表(合成数据)") : plan;
        },
        year -> rows(county, year, added, stations));
  }

  private static List<FiledRow> rows(County county, int year, int added, String... stations) {
    Dice dice = county.dice("stations");
    List<FiledRow> rows = new ArrayList<>();
    int count = stations.length - (year < YearFigures.LAST ? added : 0);
    for (int n = 0; n < count; n++) {
      String[] station = stations[n].split(":", -1);
      Unit township = county.map().townships().get(Integer.parseInt(station[1]));
      int v = village(county, township, dice);
      Integer radius = station[2].isEmpty() ? null : Integer.valueOf(station[2]);
      rows.add(row(county, n + 1, v, station[0], radius, dice));
    }
    return rows;
  }

  private static FiledRow row(
      County county, int number, int village, String kind, @Nullable Integer radius, Dice dice) {
    Unit unit = county.villages().get(village);
    return FiledRow.of(
            Ground.point(county.ground().near(village, dice, 0.6)),
            "object_id",
            "M%s-%02d".formatted(county.code(), number),
            "admin_code",
            unit.code(),
            "source_department",
            county.map().plan().name() + DEPARTMENTS.get(kind),
            "survey_date",
            LocalDate.of(2024, 8, 20),
            "name",
            unit.name() + kind,
            "kind",
            kind)
        .with("radius_m", radius);
  }

  private static int village(County county, Unit township, Dice dice) {
    List<Integer> own = new ArrayList<>();
    for (int v = 0; v < county.villages().size(); v++) {
      if (county.villages().get(v).parent().equals(township.code())) {
        own.add(v);
      }
    }
    return own.get(dice.between(0, own.size() - 1));
  }
}
