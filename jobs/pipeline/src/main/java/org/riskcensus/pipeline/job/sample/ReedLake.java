package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.pipeline.job.sample.terrain.Contours;
import org.riskcensus.pipeline.job.sample.terrain.CountyMap;
import org.riskcensus.pipeline.job.sample.terrain.Field;
import org.riskcensus.pipeline.job.sample.terrain.Noise;

/**
 * The reed lake 马踏湖: three beds parted by channels, 1000 ha together (1.5 万亩 in the county's plan).
 */
final class ReedLake {

  private static final double AREA_M2 = 1000 * 10_000.0;
  private static final double CHANNEL_M = 70;
  private static final int HALVINGS = 24;

  private ReedLake() {}

  /** The beds from west to east; {@code metres} measures area in the equal-area plane. */
  static List<Polygon> beds(CountyMap map, Coordinate centre, long seed, Measure metres) {
    Noise shore = new Noise(seed + 500, 1400);
    double low = 800;
    double high = 4000;
    for (int i = 0; i < HALVINGS; i++) {
      double reach = (low + high) / 2;
      double area = beds(centre, reach, shore).stream().mapToDouble(metres::of).sum();
      low = area < AREA_M2 ? reach : low;
      high = area < AREA_M2 ? high : reach;
    }
    List<Polygon> beds = beds(centre, (low + high) / 2, shore);
    if (!beds.stream().allMatch(map.county().shape()::contains)) {
      throw new IllegalStateException("the lake reaches over the county's border");
    }
    return beds;
  }

  /** Area of a polygon in square metres. */
  interface Measure {
    double of(Polygon polygon);
  }

  private static List<Polygon> beds(Coordinate centre, double reach, Noise shore) {
    List<Polygon> beds = new ArrayList<>();
    double[] cuts = {-1.5 * reach, -0.45 * reach, 0.5 * reach, 1.5 * reach};
    for (int bed = 0; bed < 3; bed++) {
      double west = cuts[bed] + CHANNEL_M / 2;
      double east = cuts[bed + 1] - CHANNEL_M / 2;
      Field field =
          (x, y) -> {
            double dx = x - centre.x;
            double dy = y - centre.y;
            double bend = 250 * shore.at(y, 5e5 + centre.x);
            double lake = StrictMath.hypot(dx / 1.25, dy) * (1 + 0.4 * shore.at(x, y)) - reach;
            return Math.max(lake, Math.max(west + bend - dx, dx - bend - east));
          };
      Envelope box = new Envelope(centre);
      box.expandBy(2 * reach, 1.7 * reach);
      beds.add(new Contours(field, box, 110).between(Double.NEGATIVE_INFINITY, 0).get(0));
    }
    return beds;
  }
}
