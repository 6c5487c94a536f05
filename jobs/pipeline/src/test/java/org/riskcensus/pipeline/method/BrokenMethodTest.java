package org.riskcensus.pipeline.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.DefinitionException;

class BrokenMethodTest {

  @TempDir Path schemas;

  @BeforeEach
  void copyTheMethods() throws IOException {
    SchemaFiles good = SchemaFiles.load();
    for (String folder : List.of("methods", "codes")) {
      Files.createDirectories(schemas.resolve(folder));
      for (String path : good.list(folder)) {
        Files.writeString(schemas.resolve(path), good.text(path));
      }
    }
  }

  private void replace(String file, String from, String to) throws IOException {
    Path path = schemas.resolve("methods").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  @Test
  void everyProblemOfEveryFileIsToldAtOnce() throws IOException {
    replace("flood.yaml", "[0.75, 0.65, 0.55, 0.45, 0.35]", "[0.55, 0.65, 0.55, 0.45, 0.35]");
    replace("zoning.yaml", "value: large", "value: enormous");
    replace("capacity.yaml", "evidence: D", "evidence: X");
    replace("vulnerability.yaml", "default_index:", "defalt_index:");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("flood.yaml")
        .hasMessageContaining("the index 0.55 falls with severity, column 1")
        .hasMessageContaining("the index 0.65 grows with rarity, column 2")
        .hasMessageContaining("enormous")
        .hasMessageContaining("'evidence' must be S, F, M or D")
        .hasMessageContaining("'default_index'");
  }

  @Test
  void everythingWrongWithTheClassesOfFloodIsOneMessage() throws IOException {
    replace("flood.yaml", "[0.5, 1, 2, 3]", "[0.5, 2, 1, 3]");
    replace("flood.yaml", "[2, 2, 2, 4]", "[2, 4]");
    replace("flood.yaml", "[24, 72, 168, 360]", "[72, 24, 168, 360]");
    replace("flood.yaml", "[0.15, 0.5, 1.0]", "[0.15, 0.5]");
    replace("flood.yaml", "value: zero", "value: none");
    replace("flood.yaml", "depth_velocity_breaks_m2s", "depth_velosity_breaks_m2s");
    replace("flood.yaml", "[0.45, 0.35, 0.25, 0.15, 0.10]", "[1.45, 0.35, 0.25, 0.10]");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .hasMessageContaining("depth_breaks_m must strictly ascend from above 0")
        .hasMessageContaining("velocity_breaks_ms needs 4 numbers, one less than the 5 classes")
        .hasMessageContaining("duration_breaks_h must not fall")
        .hasMessageContaining("unknown parameter 'depth_velosity_breaks_m2s'")
        .hasMessageContaining("an index lies in 0..1, got 1.45")
        .hasMessageContaining("zoning_cuts_m needs 3 numbers, one less than the classes")
        .hasMessageContaining("zoning_below_first is zero or constant")
        .hasMessageContaining("a row of the index has a number for each return period");
  }

  @Test
  void everythingWrongWithTheFactorsOfReedFireIsOneMessage() throws IOException {
    replace("reed_fire.yaml", "response: 0.04", "responce: 0.05");
    replace("reed_fire.yaml", "value: {min: 0, max: 8}", "value: {min: 8, max: 0}");
    replace("reed_fire.yaml", "stubble_share:\n    value: 0.2", "stubble_share:\n    value: 2");
    replace("reed_fire.yaml", "value: [fire]", "value: [firemen]");
    replace("reed_fire.yaml", "[national, provincial,", "[national, village,");
    replace("reed_fire.yaml", "belt_factor:", "belt_faktor:");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .hasMessageContaining("unknown indicator 'responce'")
        .hasMessageContaining("no weight for 'response'")
        .hasMessageContaining("weights must sum to 1, but sum to 1.01")
        .hasMessageContaining("a range needs min < max, got 8.0..0.0")
        .hasMessageContaining("stubble_share must lie in 0..1, got 2.0")
        .hasMessageContaining("station_kinds: no code 'firemen'")
        .hasMessageContaining("road_grades: no code 'village'")
        .hasMessageContaining("unknown parameter 'belt_faktor'")
        .hasMessageContaining("parameter 'belt_factor' with a value is missing");
  }

  @Test
  void everythingWrongWithWeightsAndLevelsIsOneMessage() throws IOException {
    replace("exposure.yaml", "[1/2, 1, 1]", "[1/2, 1, 9]");
    replace("capacity.yaml", "officers: 0.25, team_members", "officers: 0.35, team_members");
    replace("levels.yaml", "[0.02, 0.045, 0.07]", "[0.02, 0.09, 0.07]");
    replace("levels.yaml", "[0.01, 0.03, 0.05]", "[0.01, 0.03]");
    replace("comprehensive.yaml", "reed_fire: 0.15", "tsunami: 0.15");
    replace("reed_fire.yaml", "method: given", "method: entropy");
    replace("chain.yaml", "{from: subsidence, to: flood", "{from: geohazard, to: flood");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("exposure.yaml:")
        .hasMessageContaining("must be reciprocal")
        .hasMessageContaining("weights must sum to 1, but sum to 1.1")
        .hasMessageContaining("levels overlap: 'breaks' must strictly ascend, got [0.02, 0.09")
        .hasMessageContaining("needs 3 numbers")
        .hasMessageContaining("unknown indicator 'tsunami'")
        .hasMessageContaining("no weight for 'reed_fire'")
        .hasMessageContaining("entropy is computed for exposure only")
        .hasMessageContaining("the chain runs in a circle");
  }

  @Test
  void contradictingComparisonsAreRefusedWithTheirRatio() throws IOException {
    replace("exposure.yaml", "[1, 2, 2]", "[1, 9, 1/9]");
    String second = "        - [1/2, 1, 1]\n";
    replace("exposure.yaml", second + second, "        - [1/9, 1, 9]\n        - [9, 1/9, 1]\n");
    // every row sums to 91/9 = λmax: CI = (91/9 − 3)/2, CR = CI/0.58
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .hasMessageContaining("consistency ratio CR = 6.130")
        .hasMessageContaining("must lie below 0.10");
  }

  @Test
  void everythingWrongWithSusceptibilityIsOneMessage() throws IOException {
    replace("susceptibility.yaml", "[8, 15, 25, 35, 45]", "[8, 25, 15]");
    replace("susceptibility.yaml", "aspect: {}", "heat: {limits: [1]}");
    replace(
        "susceptibility.yaml", "[registered, treated, relocated", "[registered, cured, relocated");
    replace(
        "susceptibility.yaml", "{method: natural_breaks}", "{method: thresholds, breaks: [-1, 2]}");
    replace("susceptibility.yaml", "high: 0.08, very_high: 0.15", "high: 0.08, very_high: 0.25");
    replace("susceptibility.yaml", "low: 160000, unknown: 160000", "low: 160000");
    replace("susceptibility.yaml", "value: 0.95", "value: 95");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("slope: breaks must strictly ascend, got [8.0, 25.0, 15.0]")
        .hasMessageContaining("'heat' is not in the code list geo_factor")
        .hasMessageContaining("unknown key 'limits'")
        .hasMessageContaining("counted_statuses must be of the code list geohazard_status")
        .hasMessageContaining("3 numbers, which make the 4 classes of susceptibility")
        .hasMessageContaining("must lie below 0.1575, the least index of a hazard point")
        .hasMessageContaining("area_minimum_m2 must name each of")
        .hasMessageContaining("minimum_coverage must lie in 0..1");
  }

  @Test
  void susceptibilityMayBeClassedByThresholdsBelowZero() throws IOException {
    replace(
        "susceptibility.yaml",
        "{method: natural_breaks}",
        "{method: thresholds, breaks: [-1, 0, 1]}");
    assertThat(AssessmentMethods.load(SchemaFiles.of(schemas)).susceptibility().breaks().levels())
        .isEqualTo(4);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(schemas.resolve("methods/exposure.yaml"));
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .hasMessageContaining("methods/exposure.yaml");
  }

  @Test
  void minimumAreasAreDeclaredForEachClassAndNoOther() throws IOException {
    replace("zoning.yaml", "{key: 10000, secondary: 20000", "{keys: 10000, secondary: 20000");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .hasMessageContaining("zone_minimum_m2 must name each of [general, key, secondary]");
  }

  @Test
  void wholeNumbersAreWantedWhereNothingElseCanBe() throws IOException {
    replace("sensitivity.yaml", "value: 200\n", "value: 200.9\n");
    replace("sensitivity.yaml", "value: 20201231", "value: 1e30");
    replace("flood.yaml", "[5, 10, 20, 50, 100]", "[5, 10.5, 20, 50, 100]");
    replace("level_scale.yaml", "level: 4,", "level: 4.7,");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .hasMessageContaining("'200.9' is not a whole number")
        .hasMessageContaining("'1e30' is not a whole number")
        .hasMessageContaining("'10.5' is not a whole number")
        .hasMessageContaining("'4.7' is not a whole number");
  }

  @Test
  void levelsThatCannotBeToldApartAreRefused() throws IOException {
    replace("level_scale.yaml", "zh: 较高风险", "zh: 高风险");
    replace("level_scale.yaml", "colour: yellow", "colour: orange");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .hasMessageContaining("two levels have the same name, '高风险'")
        .hasMessageContaining("two levels have the same colour, 'orange'");
  }

  @Test
  void whatHasNoRiskIsAtTheLowestLevelByFixedBreaksToo() throws IOException {
    replace("levels.yaml", "[0.02, 0.045, 0.07]", "[0, 0.045, 0.07]");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .hasMessageContaining("'breaks' must lie above 0");
  }
}
