package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.util.List;

/** Buildings 房屋建筑: the survey of 2024, which serves both years, and the additions of 2025. */
final class BuildingLayer implements Layer {

  private static final int BUILDINGS = 3000;
  private static final int ADDED = 120;
  private static final String COLUMNS =
      "structure 结构 string, floors 层数 integer, floor_area_m2 建筑面积 double,"
          + " built_year 建成年份 integer, use 用途 string,"
          + " fortification_degree 设防烈度 integer, value_wan 价值万元 double";

  private final County county;
  private final boolean added;
  private final boolean plain;

  /**
   * One of the two files.
   *
   * @param added the additions rather than the survey
   */
  BuildingLayer(County county, boolean added) {
    this.county = county;
    this.added = added;
    this.plain = county.code().equals(PlainCounty.PLAN.code());
  }

  @Override
  public SourcePlan plan(int year) {
    String id = (added ? "building-added-" : "building-") + county.code();
    String name = (added ? "新增房屋" : "房屋建筑") + (plain ? ".shp" : ".csv");
    String file = added ? county.file(year, name) : county.sharedFile(name);
    if (plain) {
      return SourcePlan.table(id, county.code(), file, shapefileColumns())
          .with(SourcePlan.GBK)
          .with("POLYGON", county.map().plan().crs());
    }
    return SourcePlan.table(id, county.code(), file, FiledColumn.survey(COLUMNS))
        .with(SourcePlan.GB18030)
        .with("POINT", SourcePlan.LON_LAT);
  }

  /** A field name of a DBF holds five Chinese characters, and every number costs its full width. */
  private static List<FiledColumn> shapefileColumns() {
    return FiledColumn.list(
        "object_id 编号 string, admin_code 行政区划代码=区划代码 string, structure 结构=结构类型 string,"
            + " floors 层数 integer, floor_area_m2 建筑面积 string, built_year 建成年份 integer,"
            + " use 用途 string, fortification_degree 设防烈度 string, value_wan 价值万元 string");
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    Houses houses = new Houses(county, plain);
    RowTarget typed = plain ? row -> target.write(asText(row)) : target;
    if (added) {
      houses.write(ADDED * county.scale(), "N", 2025, 2025, typed);
    } else {
      houses.write(BUILDINGS * county.scale(), "B", 1962, 2023, typed);
    }
  }

  /** Numbers as the text they are stored as in this DBF. */
  private static FiledRow asText(FiledRow row) {
    FiledRow text = row;
    for (String name : List.of("floor_area_m2", "fortification_degree", "value_wan")) {
      double value = row.number(name);
      text = text.with(name, value == Math.rint(value) ? "%d".formatted((long) value) : "" + value);
    }
    return text;
  }
}
