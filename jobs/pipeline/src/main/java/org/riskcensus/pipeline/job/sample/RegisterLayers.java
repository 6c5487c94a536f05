package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/** Tables without geometry: information officers 灾害信息员 and the yearbook 统计年鉴. */
final class RegisterLayers {

  private static final double POST_B_FILLED = 0.9;

  private RegisterLayers() {}

  /** An officer on post A in each unit, on post B in most; UTF-8 with a byte-order mark. */
  static Layer officers(County county) {
    return new ListLayer(
        year ->
            SourcePlan.table(
                "information_officer-" + county.code(),
                county.code(),
                county.file(year, "灾害信息员.csv"),
                FiledColumn.survey("level 级别=行政级别 string, post 岗位 string")),
        year -> officerRows(county, year));
  }

  private static List<FiledRow> officerRows(County county, int year) {
    Dice dice = county.dice("officers");
    List<FiledRow> rows = new ArrayList<>();
    List<Unit> units =
        Stream.of(
                Stream.of(county.map().county()),
                county.map().townships().stream(),
                county.villages().stream())
            .flatMap(s -> s)
            .toList();
    for (Unit unit : units) {
      for (String post : List.of("A", "B")) {
        double luck = dice.uniform(0, 1) - (year - 2024) * 0.05;
        if (post.equals("A") || luck < POST_B_FILLED) {
          rows.add(
              FiledRow.of(
                  null,
                  "object_id",
                  "O%s-%04d".formatted(county.code(), rows.size() + 1),
                  "admin_code",
                  unit.code(),
                  "source_department",
                  county.map().plan().name() + "应急管理局",
                  "survey_date",
                  LocalDate.of(year, 10, 8),
                  "level",
                  unit.level().label(),
                  "post",
                  post));
        }
      }
    }
    return rows;
  }

  /** A line a year up to the census year. */
  static Layer yearbook(County county) {
    return new ListLayer(
        year ->
            SourcePlan.table(
                    "statistics_yearbook-" + county.code(),
                    county.code(),
                    county.file(year, "统计年鉴.xlsx"),
                    FiledColumn.list(
                        "object_id 编号 string, admin_code 行政区划代码 string, year 年份 integer,"
                            + " population 常住人口=年末常住人口(人) long,"
                            + " urban_population 城镇人口=其中城镇人口(人) long,"
                            + " gdp_wan 生产总值万元=地区生产总值(万元) double,"
                            + " cpi_prev_100 居民消费价格指数=居民消费价格指数(上年=100) double,"
                            + " forest_ha 森林面积公顷 double, information_covered 预警信息覆盖人口 long"))
                .titled(county.map().plan().name() + "统计年鉴主要指标(合成数据)", "来源与推算方法见说明"),
        year ->
            county.figures().stream()
                .filter(f -> f.year() <= year)
                .map(f -> yearbookRow(county, f))
                .toList());
  }

  private static FiledRow yearbookRow(County county, YearFigures f) {
    return FiledRow.of(
        null,
        "object_id",
        "Y%s-%d".formatted(county.code(), f.year()),
        "admin_code",
        county.unitCode(),
        "year",
        f.year(),
        "population",
        f.population(),
        "urban_population",
        f.urban(),
        "gdp_wan",
        f.gdpWan(),
        "cpi_prev_100",
        f.cpi(),
        "forest_ha",
        f.forestHa(),
        "information_covered",
        f.covered());
  }
}
