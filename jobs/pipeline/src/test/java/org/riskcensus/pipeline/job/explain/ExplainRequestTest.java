package org.riskcensus.pipeline.job.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.OwnHazard;
import org.riskcensus.pipeline.yaml.Problem;
import org.riskcensus.pipeline.yaml.Problems;

class ExplainRequestTest {

  private static final Contracts CONTRACTS = Contracts.load();

  @Test
  void shortCodesArePaddedAndEveryMistakeIsTold() {
    Problems problems = new Problems();
    assertThat(ExplainConfig.of(2025, "370321", Optional.empty(), CONTRACTS, problems).unit())
        .isEqualTo("370321000000");
    assertThat(problems.isEmpty()).isTrue();
    ExplainConfig.of(2025, "37032", Optional.of("干旱"), CONTRACTS, problems);
    assertThat(problems.list()).extracting(Problem::file).containsExactly("--unit", "--hazard");
  }

  @Test
  void everyHazardAndIndicatorHasTablesBehindIt() {
    Problems problems = new Problems();
    InputTables inputs = InputTables.read(SchemaFiles.load(), CONTRACTS, problems);
    assertThat(problems.list()).isEmpty();
    assertThat(inputs.hazards())
        .containsOnlyKeys(CONTRACTS.codeList("hazard").codes())
        .containsEntry(
            "reed_fire", List.of("reed_wetland", "ignition_source", "road", "rescue_team"));
    assertThat(inputs.objectTables()).containsEntry("geohazard", "geohazard_point");
    assertThat(inputs.inputs())
        .containsEntry("flood", List.of("depth_m", "return_period_a", "velocity_ms", "duration_h"));
    assertThat(inputs.behind(List.of("flood")))
        .contains("flood_extent", "shelter", "loss_annual")
        .doesNotContain("geohazard_point");
  }

  /** Subsidence by a table of one's own, which is what a release then rests on. */
  @Test
  void aHazardStandsOnWhatItsMethodReads() {
    String drought = OwnHazard.files().text("methods/drought.yaml");
    SchemaFiles files =
        OwnHazard.files()
            .with(
                Map.of(
                    "methods/subsidence.yaml",
                    drought.replace("method: drought", "method: subsidence")));
    Problems problems = new Problems();
    InputTables inputs = InputTables.read(files, OwnHazard.contracts(), problems);
    assertThat(problems.list()).isEmpty();
    assertThat(inputs.hazards()).containsEntry("subsidence", List.of("drought_zone"));
    assertThat(inputs.inputs()).containsEntry("subsidence", List.of("dry_days", "irrigation"));
  }

  @Test
  void unknownTablesAndFieldsAreToldTogether() {
    SchemaFiles project = SchemaFiles.ofProject();
    SchemaFiles files =
        project.with(
            Map.of(
                "methods/explain.yaml",
                """
                method: explain
                version: "1"
                title: x
                doc: x
                objects_shown: 5
                indicators: {population: [people]}
                common: [admin_unit, land]
                """,
                "staging/flood_extent.yaml",
                project.text("staging/flood_extent.yaml").replace("depth_m", "deep_m")));
    Problems problems = new Problems();
    InputTables.read(files, Contracts.read(files, new Problems()), problems);
    assertThat(problems.list().toString())
        .contains(
            "staging.people",
            "staging.land",
            "staging/flood_extent.yaml: the method of flood reads the column 'depth_m'");
  }
}
