package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/** The files that a county of a made-up province files: units, yearbook, reports, annual losses. */
final class ProvinceLayers {

  private ProvinceLayers() {}

  static List<Layer> of(ProvinceCounty county, ProvinceGrid grid, ProvinceTotals totals) {
    return List.of(
        units(county, grid),
        new ListLayer(
            year -> county.plan("statistics_yearbook", "统计年鉴.csv"),
            year -> county.years().rows(county.units())),
        new ProvinceEventLayer(county, totals),
        new ProvinceAnnualLayer(county, totals));
  }

  private static Layer units(ProvinceCounty county, ProvinceGrid grid) {
    return new ListLayer(
        year -> county.plan("admin_unit", "行政区划.gpkg").with("Polygon", SourcePlan.LON_LAT),
        year -> unitRows(county.units(), grid));
  }

  private static List<FiledRow> unitRows(ProvinceUnits.County county, ProvinceGrid grid) {
    Projection lonLat = new Projection(Crs.ANALYSIS_PLANE.code(), SourcePlan.LON_LAT);
    List<FiledRow> rows = new ArrayList<>();
    Polygon whole = grid.county(county.place());
    rows.add(
        row(whole, lonLat)
            .with("admin_code", county.unitCode())
            .with("name", county.name())
            .with("level", Unit.Level.COUNTY.label())
            .with("parent_code", county.code().substring(0, 4) + "00000000")
            .with("population", county.residents()));
    List<ProvinceUnits.Township> townships = county.townships();
    for (int n = 0; n < townships.size(); n++) {
      ProvinceUnits.Township township = townships.get(n);
      rows.add(
          row(grid.township(county.place(), n, townships.size()), lonLat)
              .with("admin_code", township.code())
              .with("name", township.name())
              .with("level", Unit.Level.TOWNSHIP.label())
              .with("parent_code", county.unitCode())
              .with("population", township.residents()));
    }
    return rows;
  }

  private static FiledRow row(Polygon shape, Projection lonLat) {
    return FiledRow.of(lonLat.apply(shape), "area_km2", shape.getArea() / 1e6);
  }
}
