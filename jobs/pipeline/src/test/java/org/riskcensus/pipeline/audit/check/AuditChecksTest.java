package org.riskcensus.pipeline.audit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskcensus.pipeline.audit.check.Judged.box;
import static org.riskcensus.pipeline.audit.check.Judged.point;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.Rules;

class AuditChecksTest {

  private static final Rules RULES = Rules.load();

  @Test
  void nearObjectsOfOneKindAreFoundAcrossCellsAsBruteForceFindsThem() {
    Random random = new Random(11);
    double[][] places = new double[400][];
    Judged judged = new Judged();
    for (int i = 0; i < places.length; i++) {
      places[i] = new double[] {random.nextDouble() * 600, random.nextDouble() * 600, i % 2};
      judged.row("facility", point(places[i][0], places[i][1]), "kind", "kind" + i % 2);
    }
    Map<Long, Long> earliest = new TreeMap<>();
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < i; j++) {
        double apart = Math.hypot(places[i][0] - places[j][0], places[i][1] - places[j][1]);
        if (places[i][2] == places[j][2] && apart <= 10) {
          earliest.putIfAbsent(i + 1L, j + 1L);
        }
      }
    }
    Map<Long, Long> told = new TreeMap<>();
    for (Row row : find(new NearDuplicateCheck(), judged)) {
      Wording observed = Found.finding(row.<Row>getAs("found")).observed();
      told.put(row.getAs("row_number"), Long.valueOf(observed.values().get(2)));
    }
    assertThat(earliest).hasSizeGreaterThan(20);
    assertThat(told).isEqualTo(earliest);
  }

  @Test
  void aNearDuplicateNamesTheObjectItRepeats() {
    Judged judged =
        new Judged()
            .row("facility", point(0, 0), "kind", "school", "object_id", "K-1")
            .row("facility", point(3, 4), "kind", "school", "object_id", "K-2")
            .row("facility", point(3, 4), "kind", "hospital", "object_id", "K-3");
    assertThat(told(new NearDuplicateCheck(), judged))
        .containsExactly("2 near_duplicate geometry 5.0 米，facility 第 1 行（K-1） > 10 m");
  }

  @Test
  void rowsWithTheSameFiguresAreCopiesFromTheSecondOn() {
    Judged judged = new Judged();
    for (String volume : new String[] {"500", "700", "500", "0", "0"}) {
      judged.row(
          "geohazard_point",
          null,
          "volume_m3",
          volume,
          "threatened_households",
          "3",
          "threatened_persons",
          "9",
          "threatened_property_wan",
          "12.5");
    }
    assertThat(told(new CopiedRowCheck(), judged))
        .containsExactly("3 copied_row  geohazard_point 第 1 行等 2 行（500|3|9|12.5） 1");
  }

  @Test
  void aValueInTheWrongUnitIsAnOutlierWithAProposal() {
    Judged judged = new Judged();
    for (int i = 0; i < 40; i++) {
      building(judged, 100 + i, 0.10 + 0.001 * (i % 9));
    }
    building(judged, 100, 1000);
    Row found = find(new OutlierCheck(), judged).get(0);
    assertThat(Told.line(found))
        .startsWith("41 outlier value_wan 100000.0 / 100.0 = 1000 (z = ")
        .endsWith(" 0.1040");
    assertThat(Told.proposal(found)).isEqualTo("疑单位错误（元）：10.0000");
  }

  @Test
  void aFewRowsHaveNoMedianWorthTheName() {
    Judged judged = new Judged();
    for (int i = 0; i < 10; i++) {
      building(judged, 100, 0.1);
    }
    building(judged, 100, 1000);
    assertThat(find(new OutlierCheck(), judged)).isEmpty();
  }

  private static void building(Judged judged, double area, double wanPerM2) {
    judged.row(
        "building",
        null,
        "structure",
        "brick_wood",
        "floor_area_m2",
        Double.toString(area),
        "value_wan",
        Double.toString(area * wanPerM2));
  }

  @Test
  void unitsOfOneLevelThatOverlapAreToldOnceWithThePlace() {
    Judged judged =
        new Judged()
            .row("admin_unit", box(0, 0, 20_000, 20_000), "level", "county")
            .row("admin_unit", box(0, 0, 10_010, 20_000), "level", "township")
            .row("admin_unit", box(10_000, 0, 20_000, 20_000), "level", "township");
    List<String> told = told(new OverlapCheck(), judged);
    assertThat(told).hasSize(1);
    assertThat(told.get(0))
        .startsWith("3 coverage_overlap geometry admin_unit 第 2 行（370321000000），200000 m² × 1, (1");
  }

  @Test
  void unitsThatDoNotTileTheirParentLeaveGapsOrReachBeyond() {
    String county = "370321000000";
    Judged judged =
        new Judged()
            .row("admin_unit", box(0, 0, 1000, 1000), "admin_code", county)
            .row("admin_unit", box(0, 0, 400, 1000), "admin_code", "1", "parent_code", county)
            .row("admin_unit", box(500, 0, 1020, 1000), "admin_code", "2", "parent_code", county);
    assertThat(told(new LevelCoverageCheck(), judged))
        .satisfiesExactlyInAnyOrder(
            gap -> assertThat(gap).startsWith("1 coverage_gap geometry 100000 m² × 1"),
            excess -> assertThat(excess).startsWith("1 coverage_excess geometry 20000 m² × 1"));
  }

  @Test
  void floodsOfOneRiverMustNest() {
    Judged judged = new Judged();
    flood(judged, "孝妇河", 5, 200);
    flood(judged, "孝妇河", 100, 150);
    flood(judged, "小清河", 5, 100);
    flood(judged, "小清河", 100, 150);
    assertThat(told(new FloodNestingCheck(), judged)).hasSize(1);
    assertThat(told(new FloodNestingCheck(), judged).get(0))
        .startsWith(
            "null flood_not_nested geometry flood 5 年一遇（孝妇河），有 50000 m² (25.0%) 不在 100 年一遇范围内 (1");
    Rules own =
        Told.rules(
            "rules/many_rows.yaml",
            "name: max_share, value: 0.02,",
            "name: max_share, value: 0.005,");
    assertThat(judged.find(new FloodNestingCheck(), own).stream().map(Told::line))
        .singleElement()
        .asString()
        .endsWith("5 年一遇范围位于 100 年一遇范围内（差异 ≤ 0.5%）");
  }

  private static void flood(Judged judged, String river, int period, double width) {
    judged.row(
        "flood_extent",
        box(0, 0, 1000, width),
        "source_river",
        river,
        "flood_type",
        "flood",
        "return_period_a",
        Integer.toString(period),
        "depth_m",
        "0.5");
  }

  @Test
  void aFileWhoseObjectsFitTheirUnitsOnlyWithoutTheOffsetIsSuspected() {
    assertThat(told(new OffsetCheck(), fits(30, 5)))
        .containsExactly("null gcj02_offset geometry 支持 30 个，反对 5 个（86%） CGCS2000");
    assertThat(told(new OffsetCheck(), fits(30, 20))).isEmpty();
    assertThat(told(new OffsetCheck(), fits(12, 0))).isEmpty();
  }

  private static Judged fits(int onlyShifted, int onlyAsFiled) {
    Judged judged = new Judged();
    for (int i = 0; i < onlyShifted + onlyAsFiled; i++) {
      UnitFit fit = i < onlyShifted ? UnitFit.ONLY_SHIFTED : UnitFit.ONLY_AS_FILED;
      judged.row("facility", i % 3 == 0 ? "quarantined" : "accepted", fit, point(i * 50, 0));
    }
    return judged;
  }

  @Test
  void aFigureOfAUnitIsTheSumOfThoseBelowUnlessOneIsSilent() {
    Judged judged =
        new Judged()
            .row("admin_unit", null, "admin_code", "C", "population", "100", "area_km2", "5")
            .row("admin_unit", null, "admin_code", "1", "parent_code", "C", "population", "40")
            .row("admin_unit", null, "admin_code", "2", "parent_code", "C", "population", "59");
    assertThat(told(new LevelSumCheck(), judged))
        .containsExactly("1 level_sum population 100.0 99.0");
  }

  @Test
  void aCountysSumIsHeldAgainstTheNewestYearbook() {
    Judged judged =
        new Judged()
            .row("statistics_yearbook", null, "year", "2024", "population", "1000")
            .row("statistics_yearbook", null, "year", "2023", "population", "500")
            .row("population", null, "population", "600")
            .row("population", null, "population", "300");
    assertThat(told(new YearbookSumCheck(2025), judged))
        .containsExactly("null yearbook_sum population 900.0 1000.0 (2024)");
    assertThat(told(new YearbookSumCheck(2023), judged))
        .containsExactly("null yearbook_sum population 900.0 500.0 (2023)");
  }

  @Test
  void aTableThatLostRowsSinceTheYearBeforeIsTold() {
    Judged judged = new Judged();
    for (int i = 0; i < 30; i++) {
      judged.row("shelter", null);
    }
    assertThat(told(new CountChangeCheck(accounts(50)), judged))
        .containsExactly("null count_change  30 50");
    assertThat(told(new CountChangeCheck(accounts(40)), judged)).isEmpty();
  }

  private static Dataset<Row> accounts(long shelters) {
    StructType type =
        StructType.fromDDL("scope string, dataset string, county_code string, rows_accepted long");
    Row row = RowFactory.create("table", "shelter", "370321", shelters);
    return LocalSpark.session().createDataFrame(List.of(row), type);
  }

  private static List<Row> find(AuditCheck check, Judged judged) {
    return judged.find(check, RULES);
  }

  private static List<String> told(AuditCheck check, Judged judged) {
    return find(check, judged).stream().map(Told::line).toList();
  }
}
