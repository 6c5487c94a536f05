package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/** Shelters, depots, teams and information officers: what a county can do about disasters. */
final class CapacityLayers {

  private CapacityLayers() {}

  /**
   * Shelters 应急避难场所.
   *
   * @param areasM2 effective areas of 2024, then of those added in 2025
   * @param added how many at the end are new in 2025
   * @param personsPerSquareMetre how many a shelter holds
   */
  static Layer shelters(County county, int added, double personsPerSquareMetre, int... areasM2) {
    return new ListLayer(
        year ->
            SourcePlan.table(
                    "shelter-" + county.code(),
                    county.code(),
                    county.file(year, "应急避难场所.xlsx"),
                    FiledColumn.survey(
                        "name 名称=场所名称 string, kind 类型 string,"
                            + " area_m2 有效面积=有效避难面积(m2) integer, capacity_persons 容纳人数 integer"))
                .with("POINT", SourcePlan.LON_LAT)
                .titled("应急避难场所登记表(合成数据)"),
        year -> shelterRows(county, year, added, personsPerSquareMetre, areasM2));
  }

  private static List<FiledRow> shelterRows(
      County county, int year, int added, double personsPerSquareMetre, int... areasM2) {
    Dice dice = county.dice("shelters");
    List<FiledRow> rows = new ArrayList<>();
    int count = areasM2.length - (year < YearFigures.LAST ? added : 0);
    List<String> kinds = List.of("广场", "学校", "公园", "体育场");
    for (int n = 0; n < areasM2.length; n++) {
      int v = busiest(county, n);
      Unit village = county.villages().get(v);
      String kind = kinds.get(dice.between(0, kinds.size() - 1));
      FiledRow row =
          FiledRow.of(
              Ground.point(county.ground().near(v, dice, 0.5)),
              "object_id",
              "H%s-%02d".formatted(county.code(), n + 1),
              "admin_code",
              village.code(),
              "source_department",
              county.map().plan().name() + "应急管理局",
              "survey_date",
              LocalDate.of(year, 9, 15),
              "name",
              village.name() + kind,
              "kind",
              kind,
              "area_m2",
              areasM2[n],
              "capacity_persons",
              (int) Math.round(areasM2[n] * personsPerSquareMetre));
      if (n < count) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** The villages by residents, the most first; around again when there are no more. */
  private static int busiest(County county, int rank) {
    return java.util.stream.IntStream.range(0, county.villages().size())
        .boxed()
        .sorted(java.util.Comparator.comparingDouble(v -> -county.weights().get(v)))
        .toList()
        .get(rank % county.villages().size());
  }

  /** Depots 救灾物资储备库: the county's, then one in each township. */
  static Layer depots(County county, int countyStock) {
    return new ListLayer(
        year ->
            SourcePlan.table(
                    "material_depot-" + county.code(),
                    county.code(),
                    county.sharedFile("救灾物资储备库.geojson"),
                    FiledColumn.survey(
                        "name 名称 string, area_m2 面积 double, stock_persons 可保障人数 integer"))
                .with("POINT", SourcePlan.LON_LAT),
        year -> depotRows(county, countyStock));
  }

  private static List<FiledRow> depotRows(County county, int countyStock) {
    Dice dice = county.dice("depots");
    List<FiledRow> rows = new ArrayList<>();
    rows.add(
        depot(county, 0, county.unitCode(), county.map().plan().name(), 2100, countyStock, dice));
    for (Unit township : county.map().townships()) {
      int v = firstVillage(county, township);
      int area = dice.between(5, 16) * 10;
      rows.add(depot(county, v, township.code(), township.name(), area, area * 2, dice));
    }
    return number(rows, "D" + county.code());
  }

  private static FiledRow depot(
      County county, int village, String code, String name, int area, int stock, Dice dice) {
    return FiledRow.of(
        Ground.point(county.ground().near(village, dice, 0.3)),
        "admin_code",
        code,
        "source_department",
        county.map().plan().name() + "应急管理局",
        "survey_date",
        LocalDate.of(2024, 7, 1),
        "name",
        name + "救灾物资储备库",
        "area_m2",
        (double) area,
        "stock_persons",
        stock);
  }

  /** Rescue teams 救援队伍; each {@code kind:name:members}. */
  static Layer teams(County county, String... teams) {
    return new ListLayer(
        year ->
            SourcePlan.table(
                    "rescue_team-" + county.code(),
                    county.code(),
                    county.sharedFile("救援队伍.xlsx"),
                    FiledColumn.survey("name 名称=队伍名称 string, kind 类型 string, members 人数 integer"))
                .with("POINT", SourcePlan.LON_LAT)
                .titled("救援队伍(合成数据)"),
        year -> teamRows(county, teams));
  }

  private static List<FiledRow> teamRows(County county, String... teams) {
    Dice dice = county.dice("teams");
    List<FiledRow> rows = new ArrayList<>();
    List<Unit> townships = county.map().townships();
    for (int n = 0; n < teams.length; n++) {
      String[] team = teams[n].split(":");
      Unit township = townships.get(n % townships.size());
      rows.add(
          FiledRow.of(
              Ground.point(county.ground().near(firstVillage(county, township), dice, 0.5)),
              "admin_code",
              township.code(),
              "source_department",
              county.map().plan().name() + "应急管理局",
              "survey_date",
              LocalDate.of(2024, 7, 10),
              "name",
              team[1],
              "kind",
              team[0],
              "members",
              Integer.valueOf(team[2])));
    }
    return number(rows, "T" + county.code());
  }

  private static int firstVillage(County county, Unit township) {
    for (int v = 0; v < county.villages().size(); v++) {
      if (county.villages().get(v).parent().equals(township.code())) {
        return v;
      }
    }
    throw new IllegalStateException("no village in " + township);
  }

  private static List<FiledRow> number(List<FiledRow> rows, String prefix) {
    List<FiledRow> numbered = new ArrayList<>();
    for (FiledRow row : rows) {
      numbered.add(row.with("object_id", "%s-%02d".formatted(prefix, numbered.size() + 1)));
    }
    return numbered;
  }
}
