package org.riskcensus.pipeline.job.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.pipeline.job.sample.terrain.CountyMap;
import org.riskcensus.pipeline.job.sample.terrain.Noise;
import org.riskcensus.pipeline.job.sample.terrain.River;

class FloodLayerTest {

  private final SampleConfig config =
      new SampleConfig(List.of("370321"), 1, SampleConfig.DEFAULT_SEED, Path.of("unused"));

  private List<FiledRow> flood() throws IOException {
    List<Coordinate> course = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      course.add(PlainCounty.PLAN.at(-10 + i * 0.3, -4 + 2 * StrictMath.sin(i / 6.0)));
    }
    River river = new River("样河", course, 500, 900, new Noise(3, 2000));
    CountyMap map = CountyMap.draw(PlainCounty.PLAN, config.seed());
    Geometry dry = Ground.FACTORY.createPolygon();
    County county = County.of(map, List.of(river), dry, List.of(), config);
    List<FiledRow> rows = new ArrayList<>();
    new FloodLayer(county, FloodLayer.Kind.RIVER, List.of(river)).write(2024, rows::add);
    return rows;
  }

  @Test
  void extentsNestAndDepthGrowsWithTheReturnPeriod() throws IOException {
    Map<Integer, List<FiledRow>> byPeriod = new TreeMap<>();
    for (FiledRow row : flood()) {
      byPeriod
          .computeIfAbsent((int) row.number("return_period_a"), p -> new ArrayList<>())
          .add(row);
    }
    assertThat(byPeriod.keySet()).containsExactly(5, 10, 20, 50, 100);
    Geometry smaller = Ground.FACTORY.createPolygon();
    double shallower = 0;
    for (List<FiledRow> rows : byPeriod.values()) {
      Geometry extent = OverlayNGRobust.union(rows.stream().map(FiledRow::shape).toList());
      Geometry outside = OverlayNGRobust.overlay(smaller, extent, OverlayNG.DIFFERENCE);
      assertThat(outside.getArea()).isLessThan(1e-6 * extent.getArea());
      double deepest = rows.stream().mapToDouble(row -> row.number("depth_m")).max().orElseThrow();
      assertThat(deepest).isGreaterThanOrEqualTo(shallower);
      smaller = extent;
      shallower = deepest;
    }
  }
}
