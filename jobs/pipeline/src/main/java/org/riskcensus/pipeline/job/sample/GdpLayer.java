package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/** Gross domestic product by village 生产总值; sums to the yearbook. */
final class GdpLayer implements Layer {

  private final County county;
  private final boolean polygons;

  GdpLayer(County county) {
    this.county = county;
    this.polygons = county.code().equals(PlainCounty.PLAN.code());
  }

  @Override
  public SourcePlan plan(int year) {
    String id = "gdp-" + county.code();
    if (polygons) {
      return SourcePlan.table(
              id,
              county.code(),
              county.file(year, "分村生产总值.gpkg"),
              FiledColumn.survey("gdp_wan 生产总值万元=地区生产总值(万元) double"))
          .with("POLYGON", SourcePlan.LON_LAT);
    }
    return SourcePlan.table(
            id,
            county.code(),
            county.file(year, "分村生产总值.csv"),
            FiledColumn.survey("gdp_wan 生产总值万元 double"))
        .with(SourcePlan.GB18030);
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    double[] weights = weights();
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    long tenths = Math.round(county.figures(year).gdpWan() * 10);
    double running = 0;
    long given = 0;
    for (int v = 0; v < weights.length; v++) {
      running += weights[v];
      long share = Math.round(tenths * running / sum) - given;
      given += share;
      Unit village = county.villages().get(v);
      target.write(
          FiledRow.of(
              polygons ? village.shape() : null,
              "object_id",
              "E" + village.code(),
              "admin_code",
              village.code(),
              "source_department",
              county.map().plan().name() + "统计局",
              "survey_date",
              LocalDate.of(year, 12, 31),
              "gdp_wan",
              share / 10.0));
    }
  }

  private double[] weights() {
    Dice dice = county.dice("gdp");
    double[] weights = county.weights().stream().mapToDouble(Double::doubleValue).toArray();
    for (int v = 0; v < weights.length; v++) {
      weights[v] *= dice.logNormal(0.5);
    }
    return weights;
  }
}
