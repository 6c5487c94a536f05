package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/** Where fire may start around the reed lake 火源点: burning, graves, hikers, as the plan tells. */
final class IgnitionLayer implements Layer {

  private static final int SOURCES = 64;

  private final County county;
  private final Geometry lake;

  IgnitionLayer(County county, List<Polygon> beds) {
    this.county = county;
    this.lake = Ground.FACTORY.createMultiPolygon(beds.toArray(Polygon[]::new));
  }

  @Override
  public SourcePlan plan(int year) {
    return SourcePlan.table(
            "ignition_source-" + county.code(),
            county.code(),
            county.file(year, "火源点.csv"),
            FiledColumn.survey("kind 类型 string"))
        .with("POINT", SourcePlan.LON_LAT);
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    Dice dice = county.dice("ignition");
    Coordinate centre = lake.getCentroid().getCoordinate();
    int n = 0;
    while (n < SOURCES) {
      Coordinate place =
          new Coordinate(
              Rounded.to1(centre.x + dice.uniform(-4000, 4000)),
              Rounded.to1(centre.y + dice.uniform(-3600, 3600)));
      double away = lake.distance(Ground.point(place));
      Optional<Integer> village = county.ground().findVillage(place);
      if (away > 0 && away < 900 && village.isPresent()) {
        n++;
        String kind =
            List.of("道路", "村庄", "坟墓", "野外烧荒", "旅游活动")
                .get(dice.pickByWeight(0.25, 0.25, 0.2, 0.18, 0.12));
        target.write(
            FiledRow.of(
                Ground.point(place),
                "object_id",
                "I%s-%03d".formatted(county.code(), n),
                "admin_code",
                county.villages().get(village.get()).code(),
                "source_department",
                county.map().plan().name() + "应急管理局",
                "survey_date",
                LocalDate.of(year, 11, 1).plusDays(dice.between(0, 20)),
                "kind",
                kind));
      }
    }
  }
}
