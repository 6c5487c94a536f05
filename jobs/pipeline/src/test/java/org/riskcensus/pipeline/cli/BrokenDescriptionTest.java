package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.SchemaFiles;

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
            assessment: {cell_size_m: 12.5, county_cell_size_m: {"370321": 0, "370322": 30, "370323": 50000}}
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
        .contains("there is no dataset 'highway'", "datasets are [admin_unit, ", "CENSUS_SCHEMAS")
        .contains("crs 'EPSG:99999' is not known")
        .contains("assessment.cell_size_m cannot be '12.5': it must be a whole number of metres")
        .contains("assessment.county_cell_size_m.370321 cannot be '0'", "from 20 to 8000")
        .contains("assessment.county_cell_size_m.370322: the county is not listed under 'counties'")
        .contains("assessment.county_cell_size_m.370323 cannot be '50000'")
        .contains("census.yaml:7");
    assertThat(lake).doesNotExist();
  }

  @Test
  void wordsOfOnesOwnThatCannotBeToldAreListedWithTheRest()
      throws IOException, InterruptedException {
    String words = "rules/words.yaml";
    Path own = Files.createDirectories(directory.resolve("own/rules")).getParent();
    Files.writeString(
        own.resolve(words),
        SchemaFiles.ofProject()
            .text(words)
            .replace("id: a_geometry,", "id: the_geometry,")
            .replace("zh: \"距 {1} 有 {0} 米\"", "zh: \"距 {2} 有 {0} 米\"")
            .replace("en: \"{0} m outside {1}\"", "en: \"{0} m outside {2}\""));
    Files.writeString(directory.resolve("房屋.csv"), "经度,纬度\n118.0,36.5\n");
    Path description =
        Files.writeString(
            directory.resolve("census.yaml"),
            """
            census: broken
            year: 2025
            logical_date: 2025-12-31
            counties: ["370321"]
            sources:
              - {id: a, dataset: building, county: "370321", file: 房屋.csv, options: {x: 经度, y: 纬度}}
            """);
    CensusProcess.Outcome outcome = CensusProcess.runWith(own, "check", description.toString());
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output())
        .contains("no check tells a phrase 'the_geometry'")
        .contains("phrase 'a_geometry' is missing under words")
        .contains("phrase 'metres_outside' has a place {2}, but the last value is {1}")
        .contains("look like longitude and latitude in degrees: declare EPSG:4490 / EPSG:4326");
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
