package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.pipeline.job.sample.terrain.CountyMap;
import org.riskcensus.pipeline.job.sample.terrain.CountyPlan;
import org.riskcensus.pipeline.job.sample.terrain.Curve;
import org.riskcensus.pipeline.job.sample.terrain.Noise;
import org.riskcensus.pipeline.job.sample.terrain.River;
import org.riskcensus.pipeline.job.sample.terrain.Seat;

/**
 * The plain county, after 桓台县: 小清河 along the north, 孝妇河 joining it, the reed lake 马踏湖 in the
 * north-east and the subsidence area in the north-west, as the county's plan tells. Names and codes
 * are real, every shape is drawn by hand and chance.
 */
final class PlainCounty {

  static final CountyPlan PLAN =
      new CountyPlan(
          "370321",
          "桓台县",
          "EPSG:4548",
          new Coordinate(591_300, 4_094_600),
          List.of(1.10, 1.15, 1.0, 0.9, 0.95, 1.12, 1.1, 0.95, 0.92, 1.0, 0.9, 0.95),
          509e6,
          60,
          200,
          List.of(
              new Seat("370321001", "索镇街道", 6.5, -1.0),
              new Seat("370321002", "少海街道", 4.0, -5.0),
              new Seat("370321101", "起凤镇", 9.5, 6.5),
              new Seat("370321103", "田庄镇", 2.5, 3.5),
              new Seat("370321104", "荆家镇", -1.5, 8.0),
              new Seat("370321105", "马桥镇", -10.0, 5.0),
              new Seat("370321107", "新城镇", -7.0, -0.5),
              new Seat("370321109", "唐山镇", -1.0, -3.0),
              new Seat("370321110", "果里镇", 1.0, -9.0)));

  private static final int[] SHELTERS_M2 = {
    62_000, 48_000, 55_000, 38_000, 41_000, 36_000, 30_000, 44_000, 28_000, 52_000, 33_000, 26_000,
    39_000, 24_000, 31_000, 45_000, 27_000, 35_000, 56_000, 62_000
  };

  /** Four fire stations with 141 staff, as the county's plan says; the other teams are made up. */
  private static final String[] TEAMS = {
    "消防:索镇消防站:52",
    "消防:少海消防站:35",
    "消防:起凤消防站:30",
    "消防:马桥消防站:24",
    "医疗:县医疗救援队:40",
    "水上:县水上救援队:36",
    "民兵:县应急民兵连:90",
    "矿山:危化救援队:28"
  };

  private static final String[] STATIONS = {
    "雨量站:0:5000",
    "雨量站:2:5000",
    "雨量站:4:6000",
    "雨量站:5:6000",
    "雨量站:8:5000",
    "水位站:2:3000",
    "水位站:3:3000",
    "水位站:4:",
    "地面沉降监测站:5:4000",
    "地面沉降监测站:4:4000",
    "火情瞭望站:2:5000",
    "雨量站:6:5000",
    "火情瞭望站:2:4000"
  };

  private static final List<LossKind> KINDS =
      List.of(
          new LossKind("洪涝", "flood", 1.1, 6, 8, 0.035, 55, 5, 0.30, 0.5),
          new LossKind("台风", "typhoon", 0.3, 7, 8, 0.06, 60, 6, 0.32, 0.45),
          new LossKind("风雹", "hail", 1.2, 5, 8, 0.02, 70, 2, 0.22, 0.75),
          new LossKind("干旱", "drought", 0.4, 5, 6, 0.03, 90, 0, 0.12, 0.97),
          new LossKind("低温冷冻", "freeze", 0.3, 3, 4, 0.02, 80, 0, 0.15, 0.98));

  /** 温比亚 and 利奇马 are named in the county's plan; figures are synthetic. */
  private static final List<LossHistory.Named> NAMED =
      List.of(
          new LossHistory.Named("2018年温比亚台风", "typhoon", LocalDate.of(2018, 8, 18), 3, 3.2, 0),
          new LossHistory.Named("2019年利奇马台风", "typhoon", LocalDate.of(2019, 8, 10), 3, 4.0, 0));

  /** Population and GDP of the county are modelled on its size [D]; the shares too. */
  private static final YearFigures.Known KNOWN =
      new YearFigures.Known(
          List.of(503_000.0, 497_400.0),
          List.of(0.52, 0.61),
          List.of(
              4_650_000.0,
              4_800_000.0,
              5_010_000.0,
              5_230_000.0,
              5_280_000.0,
              5_350_000.0,
              5_820_000.0,
              6_080_000.0,
              6_270_000.0,
              6_510_000.0,
              6_790_000.0),
          5200,
          List.of(0.84, 0.955));

  private PlainCounty() {}

  static SampleCounty of(SampleConfig config) {
    CountyMap map = CountyMap.draw(PLAN, config.seed());
    CoordinateTransform plane = CoordinateTransform.between(Crs.of(PLAN.crs()), Crs.ANALYSIS_PLANE);
    List<Polygon> beds =
        ReedLake.beds(map, PLAN.at(8.6, 4.6), config.seed(), p -> plane.apply(p).getArea());
    Geometry lake = Ground.FACTORY.createMultiPolygon(beds.toArray(Polygon[]::new));
    List<River> rivers = rivers(config.seed());
    County county = County.of(map, rivers, lake, YearFigures.list(KNOWN), config);
    LossHistory history = new LossHistory(county, KINDS, NAMED, 9);
    List<Layer> both =
        List.of(
            new AdminLayer(county),
            new FloodLayer(county, FloodLayer.Kind.RIVER, rivers),
            new SubsidenceLayer(county, PLAN.at(-9.5, 5.2)),
            new ReedLayer(county, beds),
            new IgnitionLayer(county, beds),
            new BuildingLayer(county, false),
            new PopulationLayer(county),
            new GdpLayer(county),
            new RoadLayer(county, -17, -4, -8, -5.5, 0, -6.5, 8, -4, 17, -2.5),
            new FarmlandLayer(county, 380, 0.42, Double.POSITIVE_INFINITY),
            FacilityLayers.facilities(county),
            CapacityLayers.shelters(county, 2, 0.5, SHELTERS_M2),
            CapacityLayers.depots(county, 6000),
            CapacityLayers.teams(county, TEAMS),
            RegisterLayers.officers(county),
            new LossEventLayer(county, history),
            new LossAnnualLayer(county, history, 3),
            RegisterLayers.yearbook(county),
            FacilityLayers.hiddenDangers(county, "洪涝", "地面沉降", "苇场火灾", "其他"),
            StationLayer.of(county, 2, STATIONS));
    return new SampleCounty(county, both, List.of(new BuildingLayer(county, true)));
  }

  private static List<River> rivers(long seed) {
    return List.of(
        river("小清河", seed + 1, 1200, 1700, -18, 7.5, -12, 9.5, -5, 8.8, 2, 10.2, 9, 10.0, 18, 11.5),
        river("孝妇河", seed + 2, 420, 1050, -9, -13, -7, -6, -2.5, -1, 1.5, 4, 6.5, 7.2, 11, 10.2));
  }

  private static River river(
      String name, long seed, double widthAbove, double widthBelow, double... eastNorthKm) {
    List<Coordinate> drawn =
        IntStream.range(0, eastNorthKm.length / 2)
            .mapToObj(i -> PLAN.at(eastNorthKm[2 * i], eastNorthKm[2 * i + 1]))
            .toList();
    List<Coordinate> course = Curve.through(drawn, 150, new Noise(seed, 3000), 900);
    return new River(name, course, widthAbove, widthBelow, new Noise(seed + 50, 2500));
  }
}
