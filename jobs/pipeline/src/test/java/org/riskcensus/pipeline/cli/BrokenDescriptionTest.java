package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenDescriptionTest {

  @TempDir Path directory;

  @Test
  void everyProblemIsListedBeforeSparkStarts() throws IOException, InterruptedException {
    Files.writeString(directory.resolve("道路.csv"), "编号,等级\n1,县道\n");
    Path description =
        Files.writeString(
            directory.resolve("census.yaml"),
            """
            census: broken
            year: 2025
            logical_date: 2025-12-31
            counties: ["370321"]
            assessment: {cell_size_m: 130}
            sources:
              - {id: a, dataset: building, county: "370321", file: 没有.shp}
              - {id: b, dataset: road, county: "370321", file: 道路.csv, columns: {路名: name, 编号: nummer}}
              - {id: c, dataset: highway, county: "370321", file: 道路.csv, crs: EPSG:99999}
            """);
    Path lake = directory.resolve("lake");
    CensusProcess.Outcome outcome =
        CensusProcess.run("run", description.toString(), "--lake", lake.toString());
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output())
        .contains("there is no file 没有.shp")
        .contains("the file has no field '路名'")
        .contains("has no column 'nummer'")
        .contains("no field for the mandatory column", "'admin_code' (行政区划代码)")
        .contains("there is no dataset 'highway'")
        .contains("crs 'EPSG:99999' is not known")
        .contains("assessment.cell_size_m")
        .contains("census.yaml:7");
    assertThat(lake).doesNotExist();
  }

  @Test
  void brokenYamlIsNamedWithItsLine() throws IOException, InterruptedException {
    Path description =
        Files.writeString(
            directory.resolve("census.yaml"), "census: x\ncounties: [\"370321\"\nyear: 1\n");
    CensusProcess.Outcome outcome = CensusProcess.run("check", description.toString());
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output())
        .contains("1 problem found", "census.yaml:", "not readable as YAML");
  }

  @Test
  void anUnknownOptionIsAUsageError() throws IOException, InterruptedException {
    assertThat(CensusProcess.run("demo", "--colour", "red").status()).isEqualTo(2);
  }
}
