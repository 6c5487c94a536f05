package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;

/** The reed beds 苇草地 as filed: fuel, moisture, open water and fires. */
final class ReedLayer implements Layer {

  private static final String[] NAMES = {"马踏湖苇区西片", "马踏湖苇区中心湖区", "马踏湖苇区东片"};
  private static final double[] FUEL = {9.5, 14.2, 11.8};
  private static final int[] OPEN_WATER = {12, 28, 18};
  private static final int[] FIRES = {1, 4, 2};

  private final County county;
  private final List<Polygon> beds;

  ReedLayer(County county, List<Polygon> beds) {
    this.county = county;
    this.beds = beds;
  }

  @Override
  public SourcePlan plan(int year) {
    return SourcePlan.table(
            "reed_wetland-" + county.code(),
            county.code(),
            county.file(year, "马踏湖苇草地.geojson"),
            FiledColumn.survey(
                "name 名称 string, vegetation 植被 string,"
                    + " fuel_load_t_ha 可燃物载量 double, moisture_pct 含水率 double,"
                    + " dry_season 枯水期 string, harvest_date 收割日期 date,"
                    + " open_water_pct 明水面比例 double, fire_break_m 隔离带长度米=隔离带长度(m) double,"
                    + " fires_10a 十年火灾次数 integer, area_ha 面积公顷=面积(公顷) double"))
        .with("POLYGON", SourcePlan.LON_LAT);
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    for (int i = 0; i < beds.size(); i++) {
      target.write(
          FiledRow.of(
                  beds.get(i),
                  "object_id",
                  "R%s-%d".formatted(county.code(), i + 1),
                  "admin_code",
                  county.unitCode(),
                  "source_department",
                  county.map().plan().name() + "自然资源局",
                  "survey_date",
                  LocalDate.of(year, 11, 5),
                  "name",
                  NAMES[i],
                  "vegetation",
                  "芦苇",
                  "fuel_load_t_ha",
                  FUEL[i],
                  "moisture_pct",
                  year == 2024 ? 16.0 : 13.5,
                  "dry_season",
                  "11月至次年4月",
                  "open_water_pct",
                  (double) OPEN_WATER[i],
                  "fires_10a",
                  FIRES[i] + (i == 1 && year > 2024 ? 1 : 0),
                  "area_ha",
                  Rounded.to2(county.hectares(beds.get(i))))
              .with("harvest_date", harvest(i, year))
              .with("fire_break_m", fireBreaks(i, year)));
    }
  }

  /** The west is cut in winter, the east before it; the middle, a reserve, is not. */
  private static @Nullable LocalDate harvest(int bed, int year) {
    return switch (bed) {
      case 0 -> LocalDate.of(year - 1, 12, 20);
      case 2 -> LocalDate.of(year, 10, 15);
      default -> null;
    };
  }

  /** Ditches and cut strips; those of the middle were not surveyed at first. */
  private @Nullable Double fireBreaks(int bed, int year) {
    double perHectare = county.dice("fire breaks/" + bed).uniform(8, 30);
    boolean surveyed = bed != 1 || year > 2024;
    return surveyed ? Rounded.to0(perHectare * county.hectares(beds.get(bed))) : null;
  }
}
