package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.job.expectedloss.DelftFiat;

/** The command as a user gives it. */
class ExpectedLossCommandTest {

  @TempDir Path folder;

  @Test
  void theTestCaseOfDelftFiat() throws IOException, InterruptedException {
    Path assets = DelftFiat.assets(folder);
    Path curves = DelftFiat.curves(folder);
    Path out = folder.resolve("loss.csv");
    CensusProcess.Outcome outcome =
        CensusProcess.run(
            "expected-loss",
            "--assets",
            assets.toString(),
            "--value",
            "max_damage",
            "--class",
            "structure",
            "--hazard",
            "25=" + DelftFiat.grid(folder, "rp25", 1.95),
            "10=" + DelftFiat.grid(folder, "rp10", 1.9),
            "--hazard",
            "2=" + DelftFiat.grid(folder, "rp2", 1.5),
            "--hazard",
            "5=" + DelftFiat.grid(folder, "rp5", 1.8),
            "--curves",
            curves.toString(),
            "--depth",
            "mean",
            "--integration",
            "log-linear",
            "--below-first",
            "zero",
            "--out",
            out.toString());
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("total EAD", "4202.50", "log-linear");
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0)).isEqualTo("object_id,damage_2,damage_5,damage_10,damage_25,ead");
    assertThat(lines.get(3)).startsWith("3,").contains(",1022.467");
    assertThat(lines).hasSize(5);
  }

  @Test
  void whatIsWrongIsListedBeforeSparkStarts() throws IOException, InterruptedException {
    CensusProcess.Outcome outcome =
        CensusProcess.run(
            "expected-loss",
            "--assets",
            folder.resolve("none.gpkg").toString(),
            "--value",
            "v",
            "--hazard",
            "ten=depth.tif",
            "--hazard",
            "0=depth.tif",
            "--hazard",
            "10=" + folder.resolve("none.tif"),
            "--curves",
            folder.resolve("none.csv").toString(),
            "--depth-digits",
            "20",
            "--out",
            folder.resolve("o.csv").toString());
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output())
        .contains("'ten=depth.tif': write a return period above 0")
        .contains("'0=depth.tif'")
        .contains("none.tif: it is missing")
        .contains("none.csv: it is missing")
        .contains("none.gpkg: it is missing")
        .contains("--depth-digits")
        .doesNotContain("Exception");
  }
}
