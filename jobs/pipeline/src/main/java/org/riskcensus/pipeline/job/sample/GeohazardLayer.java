package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.River;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/**
 * The register of geohazard points 地质灾害隐患点: 950 points, 33 watched professionally and 828 by smart
 * sensors, 72 treated, about 30,000 persons relocated by 2025, as the county's plan says; fewer
 * treated and relocated in 2024. Shares of kinds and grades are plausible, not real.
 */
final class GeohazardLayer implements Layer {

  private static final int POINTS = 950;
  private static final int PROFESSIONAL = 33;
  private static final int SMART = 828;
  private static final int TREATED_2025 = 72;
  private static final int TREATED_2024 = 61;
  private static final long RELOCATED_2025 = 30_000;
  private static final long RELOCATED_2024 = 26_500;
  private static final String[] KINDS = {"滑坡", "崩塌", "不稳定斜坡", "泥石流", "地面塌陷"};
  private static final double[] SHARES = {0.70, 0.15, 0.11, 0.025, 0.015};
  private static final String[] GRADES = {"小型", "中型", "大型", "特大型"};

  private record Hazard(
      Coordinate place,
      Unit village,
      String kind,
      double volume,
      int persons,
      double propertyWan,
      String trend,
      double priority) {}

  private final County county;

  GeohazardLayer(County county) {
    this.county = county;
  }

  @Override
  public SourcePlan plan(int year) {
    return SourcePlan.table(
            "geohazard_point-" + county.code(),
            county.code(),
            county.file(year, "地质灾害隐患点.xlsx"),
            FiledColumn.survey(
                "name 名称 string, kind 灾害类型 string, trend 趋势=变形趋势 string,"
                    + " volume_m3 体积立方米=体积(m3) double, scale_grade 规模等级 string,"
                    + " threatened_households 威胁户数 integer, threatened_persons 威胁人数 integer,"
                    + " threatened_property_wan 威胁财产万元=威胁财产(万元) double,"
                    + " trigger 诱发因素 string, monitoring 监测方式 string, status 状态 string,"
                    + " responsible_unit 责任单位 string"))
        .with("POINT", SourcePlan.LON_LAT)
        .titled(county.map().plan().name() + year + "年地质灾害隐患点台账(合成数据)");
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    List<Hazard> hazards = hazards();
    String[] status = status(hazards, year);
    String[] monitoring = monitoring(hazards);
    for (int i = 0; i < hazards.size(); i++) {
      Hazard h = hazards.get(i);
      String township = h.village().name().replaceAll("第.*", "");
      target.write(
          FiledRow.of(
              Ground.point(h.place()),
              "object_id",
              "G%s-%04d".formatted(county.code(), i + 1),
              "admin_code",
              h.village().code(),
              "source_department",
              county.map().plan().name() + "规划和自然资源局",
              "survey_date",
              LocalDate.of(year, 4, 1).plusDays(i % 40),
              "name",
              h.village().name() + (i + 1) + "号" + h.kind(),
              "kind",
              h.kind(),
              "trend",
              h.trend(),
              "volume_m3",
              h.volume(),
              "scale_grade",
              GRADES[grade(h.kind(), h.volume())],
              "threatened_households",
              (h.persons() + 2) / 3,
              "threatened_persons",
              h.persons(),
              "threatened_property_wan",
              h.propertyWan(),
              "trigger",
              h.kind().equals("崩塌") ? "风化、降雨" : "降雨、库水位变动",
              "monitoring",
              monitoring[i],
              "status",
              status[i],
              "responsible_unit",
              township + "人民政府"));
    }
  }

  private List<Hazard> hazards() {
    Dice dice = county.dice("geohazards");
    List<Hazard> hazards = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      int village = dice.between(0, county.villages().size() - 1);
      Coordinate place = nearRiver(village, dice);
      String kind = KINDS[dice.pickByWeight(SHARES)];
      double typical = kind.equals("崩塌") ? 15_000 : 220_000;
      double volume = Math.rint(typical * dice.logNormal(1.5) / 100) * 100 + 500;
      int persons = (int) (42 * dice.logNormal(1.15)) + 2;
      double property = Rounded.to1(persons * dice.uniform(4, 11));
      String trend = List.of("稳定", "缓慢变形", "不稳定").get(dice.pickByWeight(0.62, 0.28, 0.10));
      hazards.add(
          new Hazard(
              place,
              county.villages().get(village),
              kind,
              volume,
              persons,
              property,
              trend,
              dice.uniform(0, 1)));
    }
    return hazards;
  }

  /** Slopes fail where rivers cut them: of four places the one lowest above a river. */
  private Coordinate nearRiver(int village, Dice dice) {
    Coordinate best = county.ground().somewhere(village, dice);
    for (int i = 0; i < 3; i++) {
      Coordinate other = county.ground().somewhere(village, dice);
      best = height(other) < height(best) ? other : best;
    }
    return best;
  }

  private double height(Coordinate place) {
    double least = Double.POSITIVE_INFINITY;
    for (River river : county.rivers()) {
      if (river.box().contains(place)) {
        least = Math.min(least, river.heightAbove(place.x, place.y));
      }
    }
    return least;
  }

  /** Treated first by urgency, then relocated until enough persons have moved. */
  private static String[] status(List<Hazard> hazards, int year) {
    String[] status = new String[hazards.size()];
    java.util.Arrays.fill(status, "在册");
    int treated = year >= 2025 ? TREATED_2025 : TREATED_2024;
    long target = year >= 2025 ? RELOCATED_2025 : RELOCATED_2024;
    long moved = 0;
    List<Integer> byUrgency = byPriority(hazards);
    for (int n = 0; n < byUrgency.size(); n++) {
      int i = byUrgency.get(n);
      if (n % 2 == 0 && n / 2 < treated) {
        status[i] = "已治理";
      } else if (moved < target) {
        status[i] = "已搬迁";
        moved += hazards.get(i).persons();
      }
    }
    return status;
  }

  private static String[] monitoring(List<Hazard> hazards) {
    String[] monitoring = new String[hazards.size()];
    List<Integer> order = byPriority(hazards);
    for (int n = 0; n < order.size(); n++) {
      monitoring[order.get(n)] = n < PROFESSIONAL ? "专业" : n < PROFESSIONAL + SMART ? "智能" : "群测群防";
    }
    return monitoring;
  }

  private static List<Integer> byPriority(List<Hazard> hazards) {
    return IntStream.range(0, hazards.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> hazards.get(i).priority()))
        .toList();
  }

  /** The grade by volume: rock falls count ten times, as in practice [M]. */
  static int grade(String kind, double volume) {
    double v = kind.equals("崩塌") ? volume * 10 : volume;
    return v < 100_000 ? 0 : v < 1_000_000 ? 1 : v < 10_000_000 ? 2 : 3;
  }
}
