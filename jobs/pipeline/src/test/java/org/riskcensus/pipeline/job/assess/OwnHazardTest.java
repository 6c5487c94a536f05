package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.method.OwnHazard;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * The county of {@link TwoCounties} with drought and hail of one's own beside the four hazards of
 * the project: by files alone.
 */
class OwnHazardTest {

  private static final List<String> READ =
      List.of(
          "marts.hazard_area",
          "marts.unit_hazard",
          "marts.unit_risk",
          "marts.zone",
          "marts.method_value",
          "marts.unit_hazard_object");
  private static final Geometry DRY = TwoCounties.box(100, 100, 900, 700);
  private static final Geometry HAIL = TwoCounties.point(1000, 750);

  private static StagingTables staging;
  private static final Map<String, List<Row>> TABLES = new HashMap<>();

  @BeforeAll
  static void assess() {
    staging =
        new TwoCounties(new StagingTables(LocalSpark.session(), OwnHazard.contracts())).tables;
    drought("D1", DRY, 90.0, "irrigation", "partial");
    drought("D2", TwoCounties.box(700, 100, 1100, 700), 120.0);
    drought("D3", TwoCounties.box(1500, 100, 1600, 200), 20.0, "irrigation", "full");
    staging.add(
        "hail_point",
        TwoCounties.COUNTY,
        HAIL,
        "object_id",
        "H1",
        "name",
        "东镇雹点",
        "diameter_mm",
        35.0,
        "reach_m",
        500.0);
    var all = assessment(staging).tables();
    READ.forEach(name -> TABLES.put(name, Assessment.get(all, name).collectAsList()));
  }

  private static void drought(String id, Geometry shape, double days, Object... more) {
    List<Object> columns = new ArrayList<>(List.of("object_id", id, "dry_days", days));
    columns.addAll(List.of(more));
    staging.add("drought_zone", TwoCounties.COUNTY, shape, columns.toArray());
  }

  private static Assessment assessment(Inputs inputs) {
    AssessmentMethods methods = AssessmentMethods.load(OwnHazard.files());
    return new Assessment(
        inputs, new AssessConfig(2025, CellSizes.of(200), methods, OwnHazard.files()));
  }

  private static List<Row> rows(String table, String hazard) {
    return TABLES.getOrDefault(table, List.of()).stream()
        .filter(row -> row.getAs("hazard").equals(hazard))
        .toList();
  }

  private static Row area(String hazard, String object) {
    return rows("marts.hazard_area", hazard).stream()
        .filter(row -> row.getAs("object_id").equals(object))
        .findFirst()
        .orElseThrow();
  }

  /** By hand: 0.7 · 0.75 + 0.3 · 0.5; 0.7 · 1 + 0.3 · 1; 35 mm are halfway from 0.5 to 1. */
  @Test
  void objectsBecomeAreasWithTheIndexOfTheFile() {
    assertThat(area("drought", "D1").<Double>getAs("hazard_index")).isCloseTo(0.675, within(1e-12));
    assertThat(area("drought", "D1").<Integer>getAs("hazard_level")).isEqualTo(3);
    assertThat(area("drought", "D2").<Double>getAs("hazard_index")).isCloseTo(1.0, within(1e-12));
    assertThat(area("drought", "D3").<Double>getAs("hazard_index")).isCloseTo(0.03, within(1e-12));
    assertThat(area("hail", "H1").<Double>getAs("hazard_index")).isCloseTo(0.75, within(1e-12));
    assertThat(area("hail", "H1").<Integer>getAs("hazard_level")).isEqualTo(4);
    assertThat(area("hail", "H1").<String>getAs("name")).isEqualTo("东镇雹点");
  }

  @Test
  void aPointActsOnACircleOfItsReachInTheEqualAreaPlane() {
    double circle = Math.PI * 500 * 500;
    Geometry stored = Wkb.read(area("hail", "H1").<byte[]>getAs("geometry"));
    Geometry plane = PlaneProjection.read(Wkb.write(stored));
    assertThat(plane.getArea()).isBetween(0.9995 * circle, circle);
    assertThat(plane.getBoundary().distance(HAIL)).isBetween(499.8, 500.0);
    assertThat(areaOf("hail", TwoCounties.COUNTY)).isBetween(0.9995 * circle, circle);
  }

  private static double areaOf(String hazard, String unit) {
    return rows("marts.unit_hazard", hazard).stream()
        .filter(row -> row.getAs("admin_code").equals(unit))
        .filter(row -> row.<Integer>getAs("hazard_level") > 0)
        .mapToDouble(row -> row.<Double>getAs("area_m2"))
        .sum();
  }

  @Test
  void overlappingAreasOfAHazardCountOnce() {
    assertThat(areaOf("drought", TwoCounties.COUNTY))
        .isCloseTo(800 * 600 + 200 * 600 + 100 * 100, within(1.0));
  }

  @Test
  void unitsZonesAndWeightsFollowSixHazards() {
    Set<String> assessed = new TreeSet<>();
    TABLES.getOrDefault("marts.unit_risk", List.of()).stream()
        .filter(row -> row.getAs("admin_code").equals(TwoCounties.COUNTY))
        .forEach(row -> assessed.add(row.getAs("hazard")));
    assertThat(assessed)
        .containsExactly(
            "comprehensive", "drought", "flood", "geohazard", "hail", "reed_fire", "subsidence");
    assertThat(rows("marts.zone", "drought"))
        .isNotEmpty()
        .allMatch(row -> row.<String>getAs("zone_name").contains("干旱"));
    assertThat(value("drought", "expert_weight")).isCloseTo(0.2, within(1e-12));
    assertThat(value("drought>reed_fire", "probability")).isEqualTo(0.2);
    assertThat(rows("marts.unit_hazard_object", "hail")).isNotEmpty();
  }

  private static double value(String indicator, String parameter) {
    return rows("marts.method_value", "comprehensive").stream()
        .filter(row -> row.getAs("county_code").equals("370321"))
        .filter(row -> row.getAs("indicator").equals(indicator))
        .filter(row -> row.getAs("parameter").equals(parameter))
        .mapToDouble(row -> row.<Double>getAs("value"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("long")
  void theOrderOfRowsChangesNothing() {
    var again = assessment(staging.shuffled(3)).risks();
    assertThat(sorted(Assessment.get(again, "marts.unit_risk").collectAsList()))
        .isEqualTo(sorted(TABLES.getOrDefault("marts.unit_risk", List.of())));
  }

  private static List<String> sorted(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted(Comparator.naturalOrder()).toList();
  }
}
