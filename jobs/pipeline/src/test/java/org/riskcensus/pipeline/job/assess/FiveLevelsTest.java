package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.method.FiveLevels;

/** Five levels by configuration: nothing but the method files differs. */
class FiveLevelsTest {

  private static final List<String> READ =
      List.of(
          "marts.hazard_area",
          "marts.cell_risk",
          "marts.unit_risk",
          "marts.unit_class_area",
          "marts.level_area",
          "marts.risk_sensitivity");
  private static final Map<String, List<Row>> TABLES = new HashMap<>();

  @BeforeAll
  static void assess() {
    AssessmentMethods methods = AssessmentMethods.load(FiveLevels.files());
    TwoCounties world = new TwoCounties(new StagingTables(LocalSpark.session()));
    var tables =
        new Assessment(
                world.tables,
                new AssessConfig(2025, CellSizes.of(200), methods, FiveLevels.files()))
            .tables();
    READ.forEach(name -> TABLES.put(name, Assessment.get(tables, name).collectAsList()));
  }

  private static List<Row> rows(String table) {
    return TABLES.getOrDefault(table, List.of());
  }

  private static int highest(String table, String column) {
    return rows(table).stream().mapToInt(row -> row.<Integer>getAs(column)).max().orElse(0);
  }

  @Test
  void anIndexFallsIntoOneOfFiveLevels() {
    for (Row area : rows("marts.hazard_area")) {
      double index = area.<Double>getAs("hazard_index");
      int level = 1 + (int) List.of(0.2, 0.4, 0.6, 0.8).stream().filter(b -> index >= b).count();
      assertThat(area.<Integer>getAs("hazard_level")).isEqualTo(level);
    }
    assertThat(highest("marts.hazard_area", "hazard_level")).isEqualTo(5);
  }

  @Test
  void theGradeOfAUnitIsTheHighestOfFiveLevelsThatCoversEnough() {
    for (Row unit : rows("marts.unit_risk")) {
      List<Row> own =
          rows("marts.unit_class_area").stream()
              .filter(row -> row.getAs("admin_code").equals(unit.getAs("admin_code")))
              .filter(row -> row.getAs("hazard").equals(unit.getAs("hazard")))
              .toList();
      int grade = 1;
      for (int level = 2; level <= 5; level++) {
        int least = level;
        double above =
            own.stream()
                .filter(row -> row.<Integer>getAs("risk_level") >= least)
                .mapToDouble(row -> row.<Double>getAs("area_m2"))
                .sum();
        grade = above > 0 && above >= 0.05 * unit.<Double>getAs("area_m2") ? level : grade;
      }
      assertThat(unit.<Integer>getAs("risk_level")).as(unit.toString()).isEqualTo(grade);
    }
    assertThat(highest("marts.unit_risk", "risk_level")).isEqualTo(5);
    assertThat(highest("marts.risk_sensitivity", "highest_level")).isEqualTo(5);
  }

  /** By hand of the rule: 5 high is key, 4 rather high is key or secondary, 1 and 2 are general. */
  @Test
  void zonesFollowTheThreeHighestLevels() {
    for (Row cell : rows("marts.cell_risk")) {
      String zone = cell.getAs("zone_class");
      switch (cell.<Integer>getAs("risk_level")) {
        case 5 -> assertThat(zone).isEqualTo("key");
        case 4 -> assertThat(zone).isIn("key", "secondary");
        case 3 -> assertThat(zone).isIn("secondary", "general");
        default -> assertThat(zone).isEqualTo("general");
      }
    }
  }

  @Test
  void areasAreNamedByTheScaleAndOutOfReachStaysApartFromTheLowestLevel() {
    List<Row> areas =
        rows("marts.level_area").stream()
            .sorted(Comparator.comparing(row -> row.<String>getAs("class")))
            .toList();
    Map<String, String> names = new HashMap<>();
    areas.forEach(row -> names.put(row.getAs("class"), row.getAs("class_name")));
    assertThat(names).containsEntry("5", "高风险").containsEntry("1", "低风险");
    assertThat(rows("marts.unit_class_area"))
        .anyMatch(row -> row.<Integer>getAs("risk_level") == 0)
        .anyMatch(row -> row.<Integer>getAs("risk_level") == 1);
  }

  @Test
  void breaksThatDoNotMakeTheLevelsOfTheScaleAreAllRefusedTogether() {
    assertThatThrownBy(() -> AssessmentMethods.load(FiveLevels.scaleAlone()))
        .hasMessageContaining("'breaks' needs 4 numbers, which make the 5 levels")
        .hasMessageContaining("level_minimum_m2 must name each of [0, 1, 2, 3, 4, 5]");
  }
}
