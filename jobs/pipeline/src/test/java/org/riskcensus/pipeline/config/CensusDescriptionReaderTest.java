package org.riskcensus.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.yaml.DefinitionException;
import org.riskcensus.pipeline.yaml.Problem;
import org.riskcensus.pipeline.yaml.Problems;

class CensusDescriptionReaderTest {

  private static final String GOOD =
      """
      census: sample
      year: 2025
      logical_date: 2025-12-31
      counties: ["370321"]
      assessment: {cell_size_m: 200}
      sources:
        - id: flood
          dataset: flood_extent
          county: "370321"
          file: 2025/洪水.gpkg
          columns: {编号: object_id}
      """;

  @TempDir Path directory;
  private final Problems problems = new Problems();

  @Test
  void filesAreFoundBesideTheDescriptionAndSettingsWin() throws IOException {
    CensusDescription census = read(GOOD, Map.of("assessment.cell_size_m", "100"));
    assertThat(problems.list()).isEmpty();
    assertThat(census.logicalDate()).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(census.cellSizes()).isEqualTo(CellSizes.of(100));
    SourceDescription source = census.sources().get(0);
    assertThat(source.spec().path()).isEqualTo(directory.resolve("2025/洪水.gpkg").toString());
    assertThat(source.columns()).containsEntry("编号", "object_id");
    assertThat(source.line()).isEqualTo(7);
  }

  @Test
  void aCountyMayHaveCellsOfItsOwnSide() throws IOException {
    String two =
        GOOD.replace("counties: [\"370321\"]", "counties: [\"370321\", \"370306\", \"500237\"]")
            .replace("{cell_size_m: 200}", "{county_cell_size_m: {370306: 30, '500237': 1000}}");
    CellSizes sizes = read(two, Map.of("assessment.county_cell_size_m.500237", "40")).cellSizes();
    assertThat(problems.list()).isEmpty();
    assertThat(sizes).isEqualTo(CellSizes.of(100, Map.of("370306", 30, "500237", 40)));
    assertThat(sizes.metres("370321")).isEqualTo(100);
  }

  @Test
  void sidesThatNoGridHasAreAllTold() throws IOException {
    String wrong =
        "{cell_size_m: none, county_cell_size_m: {370321: -30, 370306: 8001}, county_cells: 1}";
    read(
        GOOD.replace("{cell_size_m: 200}", wrong),
        Map.of("assessment.county_cell_size_m.500237", "9.5"));
    assertThat(problems.list().stream().map(Problem::message))
        .anyMatch(m -> m.contains("cell_size_m cannot be 'none'"))
        .anyMatch(m -> m.contains("370321 cannot be '-30'"))
        .anyMatch(m -> m.contains("370306 cannot be '8001'"))
        .anyMatch(m -> m.contains("370306: the county is not listed"))
        .anyMatch(m -> m.contains("500237 cannot be '9.5'"))
        .anyMatch(m -> m.contains("500237: the county is not listed"))
        .anyMatch(m -> m.contains("unknown key 'county_cells'"))
        .hasSize(7);
  }

  @Test
  void everyProblemIsToldAtOnceWithItsLine() throws IOException {
    read(
        """
        census: Sample!
        year: twenty
        logical_date: 31.12.2025
        counties: ["3703"]
        colour: red
        sources:
          - {id: a, dataset: d, county: "370321", file: f}
          - {id: a, dataset: d, county: "3703", file: f, colums: {x: y}}
        """,
        Map.of("speed", "high"));
    assertThat(problems.list().stream().map(Problem::message))
        .anyMatch(m -> m.contains("'census' must be"))
        .anyMatch(m -> m.contains("'twenty'"))
        .anyMatch(m -> m.contains("'31.12.2025'"))
        .anyMatch(m -> m.contains("'3703' is not a six-digit code"))
        .anyMatch(m -> m.contains("unknown key 'colour'"))
        .anyMatch(m -> m.contains("stands already on line 7"))
        .anyMatch(m -> m.contains("'370321' is not listed"))
        .anyMatch(m -> m.contains("unknown key 'colums'"))
        .anyMatch(m -> m.contains("no such setting"));
  }

  @Test
  void aMissingDescriptionIsOneProblem() {
    Path absent = directory.resolve("absent.yaml");
    assertThatThrownBy(() -> CensusDescriptionReader.read(absent, Map.of(), problems))
        .isInstanceOf(DefinitionException.class);
    assertThat(problems.list())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("no such file"));
  }

  private CensusDescription read(String text, Map<String, String> settings) throws IOException {
    Path file = Files.writeString(directory.resolve("census.yaml"), text);
    return CensusDescriptionReader.read(file, settings, problems);
  }
}
