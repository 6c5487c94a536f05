package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.pipeline.job.sample.terrain.Contours;
import org.riskcensus.pipeline.job.sample.terrain.Field;
import org.riskcensus.pipeline.job.sample.terrain.Noise;

/**
 * The subsidence bowl in the north-west 地面沉降区: polygons of 8, 20 and 35 mm/a, the faster inside the
 * slower, wider in 2025 than in 2024. As filed, the slower polygon covers the faster one too.
 */
final class SubsidenceLayer implements Layer {

  private static final double[] RATES = {8, 20, 35};
  private static final double[] CUMULATIVE_2024 = {160, 420, 860};

  private final County county;
  private final Coordinate centre;

  SubsidenceLayer(County county, Coordinate centre) {
    this.county = county;
    this.centre = centre;
  }

  @Override
  public SourcePlan plan(int year) {
    return SourcePlan.table(
            "subsidence_zone-" + county.code(),
            county.code(),
            county.file(year, "地面沉降区.gpkg"),
            FiledColumn.survey(
                "rate_mm_a 沉降速率=沉降速率(mm/a) double, cumulative_mm 累计沉降=累计沉降量(mm) double,"
                    + " observation_period 观测时段 string, method 观测方法 string, cause 成因 string"))
        .with("POLYGON", SourcePlan.LON_LAT);
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    double growth = year == 2024 ? 1 : 1.12;
    Noise ground = new Noise(county.seed() + 77, 4000);
    Field rate =
        (x, y) -> {
          double d = StrictMath.hypot((x - centre.x) / 1.35, y - centre.y) / growth;
          double wavering = d * (1 + 0.35 * ground.at(x, y)) / 3200;
          return -45 * StrictMath.exp(-wavering * wavering);
        };
    Envelope box = new Envelope(centre);
    box.expandBy(9000);
    Contours contours = new Contours(rate, box, 200);
    for (int i = 0; i < RATES.length; i++) {
      Polygon zone = contours.between(Double.NEGATIVE_INFINITY, -RATES[i]).get(0);
      Polygon inside = Contours.polygons(zone.intersection(county.map().county().shape())).get(0);
      target.write(
          FiledRow.of(
              inside,
              "object_id",
              "S%s-%d".formatted(county.code(), i + 1),
              "admin_code",
              county.unitCode(),
              "source_department",
              county.map().plan().name() + "自然资源局",
              "survey_date",
              LocalDate.of(year, 6, 30),
              "rate_mm_a",
              RATES[i],
              "cumulative_mm",
              CUMULATIVE_2024[i] + (year - 2024) * RATES[i],
              "observation_period",
              "2003-" + year,
              "method",
              i == 0 ? "合成孔径雷达干涉测量" : "水准测量",
              "cause",
              "油田开采和地下水超采"));
    }
  }
}
