package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.pipeline.job.sample.terrain.CountyMap;
import org.riskcensus.pipeline.job.sample.terrain.CountyPlan;
import org.riskcensus.pipeline.job.sample.terrain.Curve;
import org.riskcensus.pipeline.job.sample.terrain.Noise;
import org.riskcensus.pipeline.job.sample.terrain.River;
import org.riskcensus.pipeline.job.sample.terrain.Seat;

/**
 * The mountain county, after 巫山县: 长江 from west to east, 大宁河 from the north, 大溪河 from the
 * south-west, and the side valleys where flash floods run. Names and codes are real, every shape is
 * drawn by hand and chance.
 */
final class MountainCounty {

  static final CountyPlan PLAN =
      new CountyPlan(
          "500237",
          "巫山县",
          "EPSG:4546",
          new Coordinate(393_000, 3_443_000),
          List.of(0.95, 0.95, 1.15, 1.25, 1.05, 0.85, 0.95, 1.0, 1.05, 1.2, 1.0, 0.9),
          2958e6,
          120,
          220,
          List.of(
              new Seat("500237001", "高唐街道", 0.5, 1.5),
              new Seat("500237002", "龙门街道", -3.5, 2.5),
              new Seat("500237101", "庙宇镇", -21, -19),
              new Seat("500237102", "大昌镇", -4, 22),
              new Seat("500237103", "福田镇", -14, 18),
              new Seat("500237104", "龙溪镇", -9, 27),
              new Seat("500237105", "双龙镇", 3, 14),
              new Seat("500237106", "官阳镇", 12, 27),
              new Seat("500237107", "骡坪镇", 17, 10),
              new Seat("500237108", "抱龙镇", 13, -12),
              new Seat("500237109", "官渡镇", 3, -14),
              new Seat("500237110", "铜鼓镇", -8, -18),
              new Seat("500237111", "巫峡镇", 4, 4),
              new Seat("500237200", "红椿乡", -13, -28),
              new Seat("500237207", "两坪乡", 8, 7),
              new Seat("500237208", "曲尺乡", -10, 2),
              new Seat("500237210", "建平乡", 5, -5),
              new Seat("500237211", "大溪乡", -20, -5),
              new Seat("500237214", "金坪乡", 9, 18),
              new Seat("500237216", "平河乡", 17, 20),
              new Seat("500237219", "当阳乡", 18, 31),
              new Seat("500237222", "竹贤乡", 22, 14),
              new Seat("500237225", "三溪乡", 13, 2),
              new Seat("500237227", "培石乡", 24, -3),
              new Seat("500237229", "笃坪乡", 12, -22),
              new Seat("500237231", "邓家乡", 5, -30)));

  /** Eight shelters for 26,000 persons in the county's plan; a ninth is added in 2025. */
  private static final int[] SHELTERS_M2 = {
    9_000, 7_500, 6_000, 5_500, 7_000, 6_500, 5_500, 5_000, 8_400
  };

  private static final double PERSONS_PER_M2 = 0.5;

  private static final String[] TEAMS = {
    "消防:高唐消防站:45", "消防:龙门消防站:28", "民兵:庙宇应急民兵排:32", "水上:大昌水上救援队:24", "医疗:县医疗救援队:38", "民兵:骡坪应急民兵排:30"
  };

  private static final String[] STATIONS = {
    "雨量站:0:8000",
    "雨量站:2:8000",
    "雨量站:3:8000",
    "雨量站:4:6000",
    "雨量站:7:8000",
    "雨量站:9:8000",
    "雨量站:13:8000",
    "雨量站:15:6000",
    "雨量站:20:8000",
    "雨量站:24:8000",
    "水位站:0:4000",
    "水位站:3:4000",
    "水位站:6:3000",
    "水位站:17:3000",
    "地质灾害监测站:0:3000",
    "地质灾害监测站:1:3000",
    "地质灾害监测站:12:2500",
    "地质灾害监测站:15:2500",
    "地质灾害监测站:17:2500",
    "地质灾害监测站:22:2500",
    "地质灾害监测站:8:",
    "雨量站:11:8000",
    "雨量站:22:6000",
    "地质灾害监测站:5:3000"
  };

  private static final List<LossKind> KINDS =
      List.of(
          new LossKind("洪涝", "flood", 1.6, 5, 9, 0.05, 22, 14, 0.26, 0.35),
          new LossKind("地质", "geological", 1.2, 6, 10, 0.012, 0, 22, 0.5, 0.05),
          new LossKind("风雹", "hail", 1.0, 4, 8, 0.04, 30, 6, 0.14, 0.7),
          new LossKind("干旱", "drought", 0.5, 7, 8, 0.09, 45, 0, 0.09, 0.96),
          new LossKind("低温冷冻", "freeze", 0.3, 1, 2, 0.03, 25, 0, 0.1, 0.9));

  private static final List<LossHistory.Named> NAMED =
      List.of(
          new LossHistory.Named("2017年10月滑坡", "geological", LocalDate.of(2017, 10, 21), 2, 2.5, 2),
          new LossHistory.Named("2020年7月暴雨", "flood", LocalDate.of(2020, 7, 16), 4, 2.8, 1),
          new LossHistory.Named("2021年8月暴雨", "flood", LocalDate.of(2021, 8, 8), 3, 1.8, 1),
          new LossHistory.Named("2022年夏旱", "drought", LocalDate.of(2022, 7, 10), 50, 2.5, 0),
          new LossHistory.Named("2024年7月滑坡", "geological", LocalDate.of(2024, 7, 4), 1, 2.0, 1));

  /** Area and GDP of 2017 and 2020 from public texts [F]; the other years are drawn between [D]. */
  private static final YearFigures.Known KNOWN =
      new YearFigures.Known(
          List.of(471_000.0, 454_000.0),
          List.of(0.36, 0.47),
          List.of(
              896_000.0,
              1_020_000.0,
              1_161_500.0,
              1_480_000.0,
              1_730_000.0,
              1_887_691.0,
              2_060_000.0,
              2_150_000.0,
              2_240_000.0,
              2_350_000.0,
              2_460_000.0),
          183_400,
          List.of(0.82, 0.945));

  private MountainCounty() {}

  static SampleCounty of(SampleConfig config) {
    CountyMap map = CountyMap.draw(PLAN, config.seed());
    List<River> rivers = rivers(config.seed());
    Geometry water = rivers.get(0).line().buffer(350);
    County county = County.of(map, rivers, water, YearFigures.list(KNOWN), config);
    LossHistory history = new LossHistory(county, KINDS, NAMED, 4.3);
    List<Layer> both =
        List.of(
            new AdminLayer(county),
            new FloodLayer(county, FloodLayer.Kind.FLASH, rivers.subList(1, rivers.size())),
            new GeohazardLayer(county),
            new GeoFactorLayer(county),
            new BuildingLayer(county, false),
            new PopulationLayer(county),
            new GdpLayer(county),
            new RoadLayer(county, -32, -7, -20, -9, -9, -5, 0, -3.5, 10, -6, 22, -6.5, 32, -5),
            new FarmlandLayer(county, 240, 0.13, 45),
            FacilityLayers.facilities(county),
            CapacityLayers.shelters(county, 1, PERSONS_PER_M2, SHELTERS_M2),
            CapacityLayers.depots(county, 1200),
            CapacityLayers.teams(county, TEAMS),
            RegisterLayers.officers(county),
            new LossEventLayer(county, history),
            new LossAnnualLayer(county, history, 5),
            RegisterLayers.yearbook(county),
            FacilityLayers.hiddenDangers(county, "地质灾害", "洪涝", "其他"),
            StationLayer.of(county, 3, STATIONS));
    return new SampleCounty(county, both, List.of(new BuildingLayer(county, true)));
  }

  /** Twelve of the county's 23 rivers; flash floods run in all but the first. */
  private static List<River> rivers(long seed) {
    return List.of(
        river(
            "长江", seed, 400, 500, -34, -1, -24, -4, -16, -3, -8, 0.5, 0, -0.5, 8, -2, 16, -1, 25,
            -3, 33, -1),
        river("大宁河", seed + 1, 260, 420, -10, 42, -8, 32, -4, 24, 0, 17, -1, 9, 1.5, 4, 0, -0.5),
        river("大溪河", seed + 2, 200, 360, -18, -30, -22, -22, -19, -13, -21, -7, -19, -3.4),
        river("官渡河", seed + 3, 160, 320, 2, -33, 0, -24, 4, -15, 2, -8, 3, -1.2),
        river("抱龙河", seed + 4, 160, 300, 15, -27, 14, -19, 17, -11, 15, -6, 17, -1.2),
        river("神女溪", seed + 5, 120, 240, 7, -14, 9, -9, 8.5, -5, 10, -1.8),
        river("三溪河", seed + 6, 140, 260, 20, 10, 17, 6, 15, 2, 14, -1.2),
        river("马渡河", seed + 7, 150, 300, 20, 29, 13, 25, 8, 22, 4, 19, -0.5, 18.5),
        river("福田河", seed + 8, 150, 280, -17, 24, -13, 20, -9, 18.5, -3, 21),
        river("平河溪", seed + 9, 120, 240, 22, 17, 16, 18, 11, 19.5, 5.5, 20),
        river("洋溪河", seed + 10, 120, 240, -18, 9, -14, 7, -11, 4, -8, 0.6),
        river("铜鼓溪", seed + 11, 120, 240, -9, -22, -12, -17, -15, -14, -19.2, -12.5));
  }

  private static River river(
      String name, long seed, double widthAbove, double widthBelow, double... eastNorthKm) {
    List<Coordinate> drawn =
        IntStream.range(0, eastNorthKm.length / 2)
            .mapToObj(i -> PLAN.at(eastNorthKm[2 * i], eastNorthKm[2 * i + 1]))
            .toList();
    List<Coordinate> course = Curve.through(drawn, 200, new Noise(seed, 2500), 1100);
    return new River(name, course, widthAbove, widthBelow, new Noise(seed + 50, 1500));
  }
}
