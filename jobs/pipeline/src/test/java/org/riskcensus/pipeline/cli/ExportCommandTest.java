package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.job.export.ExportConfig;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine;

class ExportCommandTest {

  private static ExportConfig parsed(String line) {
    ExportCommand command = new ExportCommand();
    new CommandLine(command).parseArgs(line.split(" "));
    return command.config(new Problems());
  }

  @Test
  void everyOptionReachesTheExport() {
    assertThat(
            parsed(
                "--table marts.zone --year 2025 --where class='key' --crs EPSG:4548 --lang en"
                    + " --out z.gpkg"))
        .isEqualTo(
            new ExportConfig(
                "marts.zone",
                Optional.of("class='key'"),
                OptionalInt.of(2025),
                "EPSG:4548",
                Path.of("z.gpkg"),
                Optional.of(Language.EN)));
  }

  @Test
  void allYearsInTheSystemOfTheLakeWithAChineseLegendAreTheDefault() {
    assertThat(parsed("--table marts.zone --out z.gpkg"))
        .isEqualTo(
            new ExportConfig(
                "marts.zone",
                Optional.empty(),
                OptionalInt.empty(),
                ExportConfig.LAKE_CRS,
                Path.of("z.gpkg"),
                Optional.of(Language.ZH)));
    assertThat(parsed("--table marts.zone --out z.gpkg --no-style").legend()).isEmpty();
  }
}
