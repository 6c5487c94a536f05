package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.yaml.DefinitionException;
import org.riskcensus.pipeline.yaml.Problems;

class OwnFolderTest {

  private static final Path EXAMPLE = Path.of("..", "..", "docs", "own-hazard", "schemas");

  @TempDir Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private SchemaFiles over() {
    return SchemaFiles.ofProject().over(folder.toString());
  }

  @Test
  void datasetsAndCodeListsOfOnesOwnJoinThoseOfTheProject() {
    Problems problems = new Problems();
    SchemaFiles files = SchemaFiles.ofProject().over(EXAMPLE.toString());
    Contracts contracts = Contracts.read(files, problems);
    problems.refuse();
    assertThat(contracts.list("staging"))
        .extracting(TableContract::name)
        .contains("staging.drought_zone", "staging.flood_extent");
    assertThat(contracts.codeList("risk_kind").codes())
        .containsExactly(
            "flood", "subsidence", "reed_fire", "geohazard", "drought", "hail", "comprehensive");
    assertThat(contracts.codeList("danger_kind").get("drought").zh()).isEqualTo("干旱");
    assertThat(ContractDocument.markdown(contracts, Rules.load()))
        .contains("### staging.drought_zone 干旱区")
        .contains("| **dry_days** | 连续无雨日数 | double | d | yes | 0 … 366 |");
  }

  @Test
  void everyFileThatWouldHaveNoEffectIsRefusedTogether() throws IOException {
    write("methods/level.yaml", "method: level");
    write("codes/hazards.yaml", "list: hazards");
    write("marts/own.yaml", "table: marts.own");
    write("method/flood.yaml", "method: flood");
    write("staging/drought_zone.yml", "table: staging.drought_zone");
    write("flood.yaml", "method: flood");
    write("staging/more/zone.yaml", "table: staging.zone");
    assertThatThrownBy(this::over)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            folder.resolve("methods/level.yaml")
                + ": is none of the project's files and would have no effect:"
                + " name the hazard 'level' in codes/hazard.yaml")
        .hasMessageContaining("no contract and no list names the code list 'hazards'")
        .hasMessageContaining(folder.resolve("marts/own.yaml").toString())
        .hasMessageContaining(folder.resolve("method/flood.yaml").toString())
        .hasMessageContaining("files of one's own are staging/DATASET.yaml")
        .hasMessageContaining(
            folder.resolve("staging/drought_zone.yml") + ": is not read: names of schema files end")
        .hasMessageContaining(folder.resolve("flood.yaml") + ": is none")
        .hasMessageContaining(folder.resolve("staging/more/zone.yaml") + ": is none");
  }

  @Test
  void notesBesideTheFilesAreLeftAlone() throws IOException {
    write("README.md", "what this is");
    write(".DS_Store", "");
    assertThat(over().paths()).isEqualTo(SchemaFiles.ofProject().paths());
  }

  @Test
  void aProblemIsToldWhereTheFileLies() throws IOException {
    write("staging/gdp.yaml", "table: staging.gpd");
    Problems problems = new Problems();
    Contracts.read(over(), problems);
    assertThat(problems.list())
        .anyMatch(p -> p.file().equals(folder.resolve("staging/gdp.yaml").toString()));
  }

  @Test
  void aListThatIncludesAnotherThatIsNotThereIsRefused() throws IOException {
    write(
        "codes/danger_kind.yaml",
        "list: danger_kind\ntitle: 隐患\nsource: x\ninclude: [hazrad]\nentries: []\n");
    Problems problems = new Problems();
    Contracts.read(over(), problems);
    assertThat(problems.list())
        .anyMatch(p -> p.message().contains("include: there is no code list 'hazrad'"));
  }
}
