package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.method.AssessmentMethods;

class AssessmentTest {

  /** The other county has cells of a side of its own. */
  private static final AssessConfig CONFIG =
      new AssessConfig(2025, CellSizes.of(200, Map.of("500237", 30)), AssessmentMethods.load());

  private static final Map<String, Geometry> VILLAGES =
      Map.of(
          "370321101201", TwoCounties.box(0, 0, 1000, 750),
          "370321101202", TwoCounties.box(0, 750, 1000, 1500),
          "370321102201", TwoCounties.box(1000, 0, 2000, 750),
          "370321102202", TwoCounties.box(1000, 750, 2000, 1500));

  private static SparkSession spark;
  private static TwoCounties world;
  private static Map<String, List<Row>> tables;

  @BeforeAll
  static void assess() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    world = new TwoCounties(new StagingTables(spark));
    tables = collect(world.tables);
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Map<String, List<Row>> collect(Inputs inputs) {
    Map<String, List<Row>> collected = new TreeMap<>();
    new Assessment(inputs, CONFIG)
        .tables()
        .forEach((name, rows) -> collected.put(name, rows.collectAsList()));
    return collected;
  }

  private static List<Row> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  private static double number(Row row, String column) {
    return row.<Number>getAs(column).doubleValue();
  }

  private static boolean is(Row row, Object... columns) {
    for (int i = 0; i < columns.length; i += 2) {
      if (!columns[i + 1].equals(row.getAs((String) columns[i]))) {
        return false;
      }
    }
    return true;
  }

  private static double sumOf(String table, String column, Object... where) {
    return rows(table).stream()
        .filter(row -> is(row, where))
        .mapToDouble(row -> number(row, column))
        .sum();
  }

  private static double exposed(String exposure, String hazard, int level) {
    return sumOf(
        "marts.unit_exposure",
        "quantity",
        "admin_code",
        TwoCounties.COUNTY,
        "exposure",
        exposure,
        "hazard",
        hazard,
        "hazard_level",
        level);
  }

  private static Geometry floodOfLevel(int level) {
    Geometry deep = world.floods.get(0);
    return level == 4
        ? deep.intersection(TwoCounties.OUTLINE)
        : world.floods.get(1).intersection(TwoCounties.OUTLINE).difference(deep);
  }

  @Test
  void nothingOfTheExposureIsLostOrMadeUp() {
    assertThat(rows("ops.exposure_account")).hasSize(8);
    for (Row row : rows("ops.exposure_account")) {
      assertThat(number(row, "difference"))
          .as(row.toString())
          .isCloseTo(0, within(1e-6 * number(row, "total")));
    }
    assertThat(sumOf("ops.exposure_account", "outside_units", "exposure", "gdp_wan")).isZero();
    assertThat(sumOf("ops.exposure_account", "outside_units", "exposure", "population"))
        .isGreaterThan(7);
  }

  @Test
  void cellsAndUnitsHoldTheSameTotals() {
    for (String exposure : List.of("population", "gdp_wan", "road_m", "farmland_m2", "buildings")) {
      double inUnits = sumOf("ops.exposure_account", "in_units", "exposure", exposure);
      assertThat(sumOf("marts.cell_exposure", exposure))
          .as(exposure)
          .isCloseTo(inUnits, within(1e-6 * inUnits));
      double levels = 0;
      for (int level = 0; level <= 4; level++) {
        levels += exposed(exposure, "flood", level);
      }
      assertThat(levels).as(exposure).isCloseTo(inUnits, within(1e-6 * inUnits));
    }
  }

  @Test
  void populationAndFarmlandInFloodLevelsAgreeWithBruteForce() {
    for (int level : new int[] {2, 4}) {
      Geometry flooded = floodOfLevel(level);
      double people = 0;
      for (int i = 0; i < world.pixels.size(); i++) {
        Geometry pixel = world.pixels.get(i);
        double count = 10.0 + (i / 6) * (i % 6);
        people += count * pixel.intersection(flooded).getArea() / pixel.getArea();
      }
      Geometry village = TwoCounties.box(0, 0, 1000, 750);
      people += 50 * village.intersection(flooded).getArea() / village.getArea();
      assertThat(exposed("population", "flood", level)).isCloseTo(people, within(1e-4));
      double farmland =
          world.farms.stream().mapToDouble(farm -> farm.intersection(flooded).getArea()).sum();
      assertThat(exposed("farmland_m2", "flood", level)).isCloseTo(farmland, within(1e-2));
    }
  }

  @Test
  void aBuildingCountsOnceInTheHighestLevelItTouches() {
    double deep = world.buildings.stream().filter(world.floods.get(0)::intersects).count();
    double any = world.buildings.stream().filter(world.floods.get(1)::intersects).count();
    assertThat(exposed("buildings", "flood", 4)).isEqualTo(deep);
    assertThat(exposed("buildings", "flood", 2)).isEqualTo(any - deep);
    assertThat(exposed("buildings", "flood", 0)).isEqualTo(120.0 - any);
  }

  @Test
  void hazardAreaIsTheUnionBesideTheSumOverObjects() {
    Object[] shallow = {"admin_code", TwoCounties.COUNTY, "hazard", "flood", "hazard_level", 2};
    Geometry inCounty = world.floods.get(1).intersection(TwoCounties.OUTLINE);
    assertThat(sumOf("marts.unit_hazard", "area_m2", shallow))
        .isCloseTo(floodOfLevel(2).getArea(), within(1e-2));
    assertThat(sumOf("marts.unit_hazard", "feature_area_m2", shallow))
        .isCloseTo(inCounty.getArea(), within(1e-2));
    assertThat(sumOf("marts.unit_hazard", "double_counted_m2", shallow))
        .isCloseTo(world.floods.get(0).getArea(), within(1e-2));
  }

  @Test
  void theZonesOfACountyTileIt() {
    for (String hazard :
        List.of("comprehensive", "flood", "subsidence", "reed_fire", "geohazard")) {
      assertTiling("marts.zone", hazard);
    }
    assertTiling("marts.level_area", "comprehensive");
  }

  /** Floods of 5 years alone, constant beyond: 0.2 · 1.2 = 0.24 m, class 2; 0.2 · 0.3 = 0.06 m. */
  @Test
  void floodsAreZonedByDepthAndProbabilityEachPlaceOnce() {
    Map<String, Double> degrees = Map.of("2", 0.24, "1", 0.06);
    Geometry deep = world.floods.get(0);
    Geometry rest = world.floods.get(1).difference(deep);
    degrees.forEach(
        (zone, degree) -> {
          Geometry shape = zone.equals("2") ? deep : rest;
          for (Row area : rows("marts.flood_zone")) {
            if (is(area, "class", zone)) {
              Geometry village = VILLAGES.get(area.<String>getAs("admin_code"));
              double expected = shape.intersection(village).getArea();
              assertThat(number(area, "area_m2")).isCloseTo(expected, within(1e-2));
              assertThat(Wkb.read(area.<byte[]>getAs("geometry")).isValid()).isTrue();
              assertThat(number(area, "mean_degree_m")).isCloseTo(degree, within(1e-9));
            }
          }
          Object[] inCounty = {"admin_code", TwoCounties.COUNTY, "class", zone};
          double whole = shape.intersection(TwoCounties.OUTLINE).getArea();
          assertThat(sumOf("marts.unit_flood_zone", "area_m2", inCounty))
              .isCloseTo(whole, within(1e-2));
          assertThat(sumOf("marts.flood_zone", "area_m2", "class", zone))
              .isCloseTo(whole, within(1e-2));
        });
    assertThat(sumOf("marts.cell_flood_zone", "area_m2"))
        .isCloseTo(sumOf("marts.cell_hazard", "area_m2", "hazard", "flood"), within(1e-2));
  }

  /**
   * The road passes the wetland 300 m off, beyond hoses of 200 m; the fire brigade is 1.2 km off.
   */
  @Test
  void aHazardAreaTellsWhatItsIndexFollowsFrom() {
    assertThat(rows("marts.hazard_area"))
        .filteredOn(row -> is(row, "object_id", "F1"))
        .extracting(row -> row.getAs("index_factors"))
        .containsExactly("depth=3.0000");
    assertThat(rows("marts.hazard_area"))
        .filteredOn(row -> is(row, "object_id", "R1"))
        .extracting(row -> row.<String>getAs("index_factors"))
        .contains("fuel=0.5556 ignition=1.0000 access=1.0000 response=0.0000 history=0.6000")
        .allMatch(factors -> factors.matches("fuel=0.5556 ignition=[0-9.]+ access=.*"));
  }

  @Test
  void everyMapOfACountyHasAnAccountThatProvesItsTiling() {
    List<Row> accounts = rows("ops.zone_account");
    assertThat(accounts).hasSize(2 * (5 + 2));
    for (Row account : accounts) {
      assertThat(account.<Integer>getAs("flawed_zones")).as(account.toString()).isZero();
      assertThat(number(account, "difference_m2")).as(account.toString()).isCloseTo(0, within(3.0));
    }
    assertThat(
            ZoneAccounts.wrong(spark.createDataFrame(accounts, accounts.get(0).schema())).count())
        .isZero();
  }

  @Test
  void aMissingZoneAndOneThatOverlapsDoNotPassTheAudit() {
    List<Row> zones =
        rows("marts.zone").stream()
            .filter(row -> is(row, "county_code", "370321", "hazard", "flood"))
            .toList();
    assertThat(zones).hasSizeGreaterThan(1);
    List<Row> incomplete = zones.subList(1, zones.size());
    List<Row> doubled = new ArrayList<>(zones);
    doubled.add(zones.get(0));
    for (List<Row> bad : List.of(incomplete, doubled)) {
      var accounts =
          ZoneAccounts.of(
              spark.createDataFrame(bad, zones.get(0).schema()),
              world.tables.staging("admin_unit"));
      assertThat(ZoneAccounts.wrong(accounts).count()).isEqualTo(1);
    }
  }

  @Test
  void theAreaOfAZoneIsGradedAndMergedAndMoved() {
    for (String table : List.of("marts.zone", "marts.level_area")) {
      for (Row zone : rows(table)) {
        double parts =
            number(zone, "graded_area_m2")
                + number(zone, "merged_area_m2")
                + number(zone, "moved_area_m2");
        assertThat(parts).isCloseTo(number(zone, "area_m2"), within(1e-6));
      }
    }
  }

  @Test
  void aZoneIsNamedByItsPlaceHazardClassAndNumber() {
    assertThat(rows("marts.zone"))
        .allSatisfy(
            zone ->
                assertThat(zone.<String>getAs("zone_name"))
                    .endsWith(zone.getAs("class_name") + "" + zone.getAs("number") + "号"));
    assertThat(rows("marts.zone"))
        .extracting(zone -> zone.getAs("zone_name"))
        .doesNotHaveDuplicates();
  }

  private static void assertTiling(String table, String hazard) {
    List<Row> zones =
        rows(table).stream()
            .filter(row -> is(row, "county_code", "370321", "hazard", hazard))
            .toList();
    Geometry[] polygons =
        zones.stream().map(row -> Wkb.read(row.<byte[]>getAs("geometry"))).toArray(Geometry[]::new);
    assertThat(CoverageValidator.isValid(polygons)).as(table + " " + hazard).isTrue();
    double area = zones.stream().mapToDouble(row -> number(row, "area_m2")).sum();
    assertThat(area).isCloseTo(2000.0 * 1500, within(3.0));
  }

  @Test
  void everyCellOfTheCountyHasAComprehensiveRiskAndRowsOnlyOfHazardsThatReachIt() {
    List<Row> cells =
        rows("marts.cell_risk").stream().filter(row -> is(row, "hazard", "comprehensive")).toList();
    assertThat(cells).hasSameSizeAs(rows("marts.cell_exposure"));
    assertThat(rows("marts.cell_risk").stream().filter(row -> !is(row, "hazard", "comprehensive")))
        .hasSameSizeAs(rows("marts.cell_hazard"));
    assertThat(cells).anyMatch(row -> number(row, "risk_index") == 0);
  }

  @Test
  void theRiskOfACellIsTheProductOfItsColumns() {
    for (Row row : rows("marts.cell_risk")) {
      if (!is(row, "hazard", "comprehensive")) {
        assertThat(number(row, "risk_index"))
            .isCloseTo(
                number(row, "hazard_index")
                    * number(row, "exposure_index")
                    * number(row, "vulnerability_index")
                    * (1 - number(row, "capacity_index")),
                within(1e-12));
      }
    }
  }

  @Test
  void theComprehensiveRiskOfACellIsTheWeightedSumOfItsRisksAfterChains() {
    // loss statistics of the county know floods only: half the weight of flood, fire and landslide
    // follows them; subsidence, which they do not count, keeps its 0.2
    Map<String, Double> weights =
        Map.of(
            "flood", (0.35 + 0.8) / 2,
            "reed_fire", 0.15 / 2,
            "geohazard", 0.3 / 2,
            "subsidence", 0.2);
    weights.forEach(
        (hazard, weight) ->
            assertThat(
                    sumOf(
                        "marts.method_value",
                        "value",
                        "county_code",
                        "370321",
                        "component",
                        "risk",
                        "parameter",
                        "weight",
                        "indicator",
                        hazard))
                .as(hazard)
                .isCloseTo(weight, within(1e-12)));
    Map<Long, Map<String, Double>> risks = new TreeMap<>();
    for (Row row : rows("marts.cell_risk")) {
      if (is(row, "county_code", "370321")) {
        risks
            .computeIfAbsent(row.getAs("cell"), cell -> new TreeMap<>())
            .put(row.getAs("hazard"), number(row, "risk_index"));
      }
    }
    for (Map<String, Double> cell : risks.values()) {
      double subsidence = cell.getOrDefault("subsidence", 0.0);
      double flood = cell.getOrDefault("flood", 0.0);
      flood += 0.2 * subsidence * (1 - flood);
      double geohazard = cell.getOrDefault("geohazard", 0.0);
      geohazard += 0.3 * flood * (1 - geohazard);
      double sum =
          weights.get("flood") * flood
              + 0.075 * cell.getOrDefault("reed_fire", 0.0)
              + 0.15 * geohazard
              + 0.2 * subsidence;
      assertThat(cell.get("comprehensive")).isCloseTo(sum, within(1e-12));
    }
  }

  @Test
  void contributionsAddUpToTheIndicesOfTheUnit() {
    for (Row unit : rows("marts.unit_risk")) {
      if (is(unit, "hazard", "comprehensive")) {
        String code = unit.getAs("admin_code");
        assertThat(contributions(code, "risk"))
            .isCloseTo(number(unit, "mean_risk_index"), within(1e-9));
        if (code.endsWith("000")) {
          assertThat(contributions(code, "vulnerability"))
              .isCloseTo(number(unit, "vulnerability_index"), within(1e-9));
          assertThat(contributions(code, "capacity"))
              .isCloseTo(number(unit, "capacity_index"), within(1e-9));
        }
      }
    }
    double exposure = 0;
    double area = 0;
    for (Row cell : rows("marts.cell_exposure")) {
      if (is(cell, "county_code", "370321")) {
        double here = number(cell, "area_m2");
        area += here;
        exposure +=
            here
                * rows("marts.cell_risk").stream()
                    .filter(r -> is(r, "cell", cell.getAs("cell"), "hazard", "comprehensive"))
                    .mapToDouble(r -> number(r, "exposure_index"))
                    .sum();
      }
    }
    assertThat(contributions(TwoCounties.COUNTY, "exposure"))
        .isCloseTo(exposure / area, within(1e-9));
  }

  @Test
  void theFactorsOfAUnitMultiplyToItsMeanRisk() {
    int reached = 0;
    for (Row unit : rows("marts.unit_risk")) {
      if (!is(unit, "hazard", "comprehensive") && unit.getAs("factor_capacity") != null) {
        double product =
            number(unit, "factor_reach")
                * number(unit, "factor_hazard")
                * number(unit, "factor_exposure")
                * number(unit, "factor_vulnerability")
                * (1 - number(unit, "factor_capacity"));
        assertThat(product)
            .as(unit.toString())
            .isCloseTo(number(unit, "mean_risk_index"), within(1e-12));
        reached++;
      }
    }
    assertThat(reached).isGreaterThan(10);
  }

  @Test
  void aUnitThatAHazardDoesNotReachHasNoFactorsButItsReach() {
    assertThat(rows("marts.unit_risk"))
        .filteredOn(row -> is(row, "admin_code", "370321101202", "hazard", "subsidence"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(number(row, "factor_reach")).isZero();
              assertThat(row.<Object>getAs("factor_hazard")).isNull();
              assertThat(row.<Object>getAs("factor_capacity")).isNull();
            });
  }

  @Test
  void levelsAndZonesOfAUnitAddUpToItsAreaAndGiveItsGrade() {
    for (Row unit : rows("marts.unit_risk")) {
      Object[] own = {"admin_code", unit.getAs("admin_code"), "hazard", unit.getAs("hazard")};
      double area = number(unit, "area_m2");
      assertThat(sumOf("marts.unit_class_area", "area_m2", own)).isCloseTo(area, within(1e-3));
      for (String zone : List.of("key", "secondary", "general")) {
        Object[] ofZone = {own[0], own[1], own[2], own[3], "zone_class", zone};
        assertThat(sumOf("marts.unit_class_area", "area_m2", ofZone))
            .isCloseTo(number(unit, "area_" + zone + "_m2"), within(1e-3));
      }
      int grade = 1;
      for (int level = 2; level <= 4; level++) {
        int least = level;
        double above =
            rows("marts.unit_class_area").stream()
                .filter(row -> is(row, own) && row.<Integer>getAs("risk_level") >= least)
                .mapToDouble(row -> number(row, "area_m2"))
                .sum();
        grade = above > 0 && above >= 0.05 * area ? level : grade;
      }
      assertThat(unit.<Integer>getAs("risk_level")).as(unit.toString()).isEqualTo(grade);
    }
  }

  @Test
  void objectsOfAHazardAddUpToItsFeatureArea() {
    Object[] flood = {"admin_code", TwoCounties.COUNTY, "hazard", "flood"};
    assertThat(sumOf("marts.unit_hazard_object", "area_m2", flood))
        .isCloseTo(sumOf("marts.unit_hazard", "feature_area_m2", flood), within(1e-3));
    assertThat(rows("marts.unit_hazard_object"))
        .filteredOn(row -> is(row, flood))
        .extracting(row -> row.getAs("object_id"))
        .containsExactlyInAnyOrder("F1", "F2");
    Geometry deep = world.floods.get(0).intersection(TwoCounties.OUTLINE);
    Object[] first = {flood[0], flood[1], flood[2], flood[3], "object_id", "F1"};
    assertThat(sumOf("marts.unit_hazard_object", "area_m2", first))
        .isCloseTo(deep.getArea(), within(1e-2));
  }

  private static double contributions(String unit, String component) {
    return rows("marts.unit_indicator").stream()
        .filter(row -> is(row, "admin_code", unit, "component", component))
        .filter(row -> row.getAs("contribution") != null)
        .mapToDouble(row -> number(row, "contribution"))
        .sum();
  }

  @Test
  void whatIsNotTheUnitsOwnIsMarkedWithItsReason() {
    Object[] dependants = {"indicator", "dependants", "admin_code", "370321101000"};
    assertThat(rows("marts.unit_indicator").stream().filter(row -> is(row, dependants)))
        .extracting(row -> row.<String>getAs("missing_reason"), row -> row.getAs("raw_value"))
        .containsExactly(org.assertj.core.groups.Tuple.tuple("not_surveyed", null));
    Object[] structure = {"indicator", "structure", "admin_code", "370321102000"};
    assertThat(rows("marts.unit_indicator").stream().filter(row -> is(row, structure)))
        .extracting(row -> row.<String>getAs("missing_reason"))
        .containsExactly("county_value");
    Object[] depots = {"indicator", "depot_persons", "admin_code", TwoCounties.COUNTY};
    assertThat(rows("marts.unit_indicator").stream().filter(row -> is(row, depots)))
        .extracting(row -> row.<String>getAs("missing_reason"))
        .containsExactly("none_filed");
  }

  @Test
  void aHazardThatACountyDoesNotHaveIsNotApplicable() {
    assertThat(
            rows("marts.unit_risk").stream().filter(row -> is(row, "admin_code", "500237000000")))
        .extracting(row -> row.<String>getAs("hazard"))
        .containsExactlyInAnyOrder("comprehensive", "geohazard");
  }

  @Test
  void townshipsAndTheCountyAreSumsOfTheirVillages() {
    Object[] county = {"admin_code", TwoCounties.COUNTY, "hazard", "comprehensive"};
    assertThat(
            sumOf("marts.unit_risk", "area_key_m2", county)
                + sumOf("marts.unit_risk", "area_secondary_m2", county)
                + sumOf("marts.unit_risk", "area_general_m2", county))
        .isCloseTo(2000.0 * 1500, within(1.0));
    assertThat(
            sumOf(
                "marts.unit_exposure",
                "quantity",
                "unit_level",
                "township",
                "exposure",
                "population",
                "hazard",
                "flood",
                "hazard_level",
                4))
        .isCloseTo(exposed("population", "flood", 4), within(1e-6));
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    Map<String, List<Row>> again = collect(world.tables.shuffled(99));
    tables.forEach(
        (name, rows) ->
            assertThat(texts(again.getOrDefault(name, List.of()))).as(name).isEqualTo(texts(rows)));
  }

  private static List<String> texts(List<Row> rows) {
    List<String> texts = new ArrayList<>();
    for (Row row : rows) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        Object value = row.get(i);
        text.append(value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value).append(';');
      }
      texts.add(text.toString());
    }
    texts.sort(null);
    return texts;
  }

  @Test
  void theSensitivityGradesEveryUnitAsItIsGraded() {
    assertThat(rows("marts.risk_sensitivity")).hasSameSizeAs(rows("marts.unit_risk"));
    for (Row unit : rows("marts.unit_risk")) {
      Row found =
          rows("marts.risk_sensitivity").stream()
              .filter(
                  row ->
                      is(
                          row,
                          "admin_code",
                          unit.getAs("admin_code"),
                          "hazard",
                          unit.getAs("hazard")))
              .findFirst()
              .orElseThrow();
      assertThat(found.<Integer>getAs("risk_level")).isEqualTo(unit.<Integer>getAs("risk_level"));
      assertThat(
              number(found, "kept_share")
                  + number(found, "lower_share")
                  + number(found, "higher_share"))
          .isCloseTo(1, within(1e-12));
    }
    assertThat(rows("marts.risk_sensitivity")).anyMatch(row -> number(row, "kept_share") == 1);
  }

  /** The population weighs 0.6 of 1.1 when it is raised; the risk follows the exposure alone. */
  @Test
  void aRaisedWeightGivesTheMeanRiskThatTheCellsGiveWithIt() {
    Map<String, Double> raised = new LinkedHashMap<>();
    raised.put("population", 0.6 / 1.1);
    raised.put("gdp_wan", 0.25 / 1.1);
    raised.put("building_value_wan", 0.25 / 1.1);
    ExposureMethod exposure = CONFIG.methods().exposure().weighed(raised);
    double area = 0;
    double risk = 0;
    for (Row cell : rows("marts.cell_exposure")) {
      if (is(cell, "county_code", "370321")) {
        double[] quantities =
            raised.keySet().stream().mapToDouble(code -> number(cell, code)).toArray();
        double index = exposure.index(exposure.normalised(quantities, number(cell, "area_m2")));
        area += number(cell, "area_m2");
        for (Row flood : rows("marts.cell_risk")) {
          if (is(flood, "cell", cell.getAs("cell"), "hazard", "flood")) {
            risk +=
                number(cell, "area_m2")
                    * number(flood, "hazard_index")
                    * index
                    * number(flood, "vulnerability_index")
                    * (1 - number(flood, "capacity_index"));
          }
        }
      }
    }
    double mean = risk / area;
    assertThat(mean).isPositive();
    assertThat(rows("marts.weight_sensitivity"))
        .filteredOn(
            row ->
                is(
                    row,
                    "admin_code",
                    TwoCounties.COUNTY,
                    "hazard",
                    "flood",
                    "indicator",
                    "population"))
        .singleElement()
        .satisfies(
            row -> assertThat(number(row, "mean_risk_raised")).isCloseTo(mean, within(1e-9)));
  }

  @Test
  void theWeightOfAHazardCountsForTheComprehensiveRiskOfCountiesThatHaveIt() {
    assertThat(rows("marts.weight_sensitivity"))
        .filteredOn(row -> is(row, "admin_code", "500237000000", "component", "risk"))
        .singleElement()
        .matches(row -> is(row, "hazard", "comprehensive", "indicator", "geohazard"));
  }
}
