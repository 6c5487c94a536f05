package org.riskcensus.pipeline.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problem;
import org.riskcensus.pipeline.yaml.Problems;

class CapacityMethodsReaderTest {

  @TempDir private Path schemas;

  @Test
  void everyProblemOfBothFilesIsToldAtOnce() throws IOException {
    SchemaFiles good = SchemaFiles.load();
    Files.createDirectories(schemas.resolve("methods"));
    Map<String, String> broken =
        Map.of(
            "coverage.yaml",
            good.text("methods/coverage.yaml")
                .replace("[2000, 1000]", "[2000, 100]")
                .replace("kinds: [rain]", "kinds: [hail]")
                .replace("  station_fire:", "  station_snow:"),
            "capacity_need.yaml",
            good.text("methods/capacity_need.yaml")
                .replace("stock: rescue_team.members", "stock: rescue_team.horses")
                .replace("per_head: 4.5", "per_head: 0")
                .replace("township: 50}", "township: 0}")
                .replace("basis: urban_population", "basis: rural_population"));
    for (Map.Entry<String, String> file : broken.entrySet()) {
      Files.writeString(schemas.resolve("methods").resolve(file.getKey()), file.getValue());
    }
    Problems problems = new Problems();
    CapacityMethodsReader.read(SchemaFiles.of(schemas), Contracts.load(), problems);
    assertThat(problems.list().stream().map(Problem::message))
        .anyMatch(message -> message.contains("their metres not fall"))
        .anyMatch(message -> message.contains("'hail' is not in the code list station_kind"))
        .anyMatch(message -> message.contains("'station_snow' is not in the code list"))
        .anyMatch(message -> message.contains("staging.rescue_team has no number 'horses'"))
        .anyMatch(message -> message.contains("need per head must be above zero"))
        .anyMatch(
            message -> message.contains("need of by_level township must be above zero, got 0"))
        .anyMatch(message -> message.contains("has no number 'rural_population'"))
        .hasSize(7);
  }

  @Test
  void methodsOfTheProjectAreRead() {
    Problems problems = new Problems();
    CapacityMethods methods =
        CapacityMethodsReader.read(SchemaFiles.load(), Contracts.load(), problems);
    assertThat(problems.list()).isEmpty();
    assertThat(methods.services().get(0).reach().metres(2500)).isEqualTo(1000);
    assertThat(methods.measures()).extracting(CapacityMethods.Measure::id).contains("depot_area");
  }
}
