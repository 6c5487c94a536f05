package org.riskcensus.pipeline.job.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
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
    assertThat(inputs.objectTables()).containsEntry("geohazard", "geohazard_point");
    assertThat(inputs.behind(List.of("flood")))
        .contains("flood_extent", "shelter", "loss_annual")
        .doesNotContain("geohazard_point");
  }

  @Test
  void unknownTablesFieldsAndForgottenHazardsAreToldTogether(@TempDir Path schemas)
      throws IOException {
    Files.createDirectories(schemas.resolve("methods"));
    Files.writeString(
        schemas.resolve("methods/explain.yaml"),
        """
        method: explain
        version: "1"
        title: x
        doc: x
        objects_shown: 5
        hazards:
          flood: {tables: [flood_extent, sea], inputs: [depth_m, colour]}
          subsidence: {tables: [subsidence_zone], inputs: []}
          reed_fire: {tables: [reed_wetland], inputs: []}
        indicators: {population: [people]}
        common: [admin_unit]
        """);
    Problems problems = new Problems();
    InputTables.read(SchemaFiles.of(schemas), CONTRACTS, problems);
    assertThat(problems.list().toString())
        .contains("staging.sea", "has no colour", "nothing is said of geohazard", "staging.people");
  }
}
