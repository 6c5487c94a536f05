package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/** County, townships and villages 行政区划; the same in every year. */
final class AdminLayer implements Layer {

  private final County county;

  AdminLayer(County county) {
    this.county = county;
  }

  @Override
  public SourcePlan plan(int year) {
    String id = "admin_unit-" + county.code();
    if (county.code().equals(PlainCounty.PLAN.code())) {
      return SourcePlan.table(
              id,
              county.code(),
              county.sharedFile("行政区划.shp"),
              columns("行政区划代码=区划代码", "上级代码", "面积平方公里=面积"))
          .with(SourcePlan.GBK)
          .with("POLYGON", county.map().plan().crs());
    }
    return SourcePlan.table(
            id, county.code(), county.sharedFile("行政区划.gpkg"), columns("行政区划代码", "上级代码", "面积平方公里"))
        .with("POLYGON", SourcePlan.LON_LAT);
  }

  private static List<FiledColumn> columns(String code, String parent, String area) {
    return FiledColumn.list(
        "admin_code %s string, name 名称 string, level 级别 string, parent_code %s string, area_km2 %s double"
            .formatted(code, parent, area));
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    List<Unit> units =
        Stream.of(
                Stream.of(county.map().county()),
                county.map().townships().stream(),
                county.villages().stream())
            .flatMap(s -> s)
            .toList();
    for (Unit unit : units) {
      double km2 = county.squareMetres(unit.shape()) / 1e6;
      target.write(
          FiledRow.of(
              unit.shape(),
              "admin_code",
              unit.code(),
              "name",
              unit.name(),
              "level",
              unit.level().label(),
              "parent_code",
              unit.parent(),
              "area_km2",
              Math.rint(km2 * 1000) / 1000));
    }
  }
}
