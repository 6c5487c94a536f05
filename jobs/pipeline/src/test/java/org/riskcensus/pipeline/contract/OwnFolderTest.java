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
  void notesBesideTheFilesAndWhatIsHiddenAreLeftAlone() throws IOException {
    write("README.md", "what this is");
    write(".DS_Store", "");
    write("methods/._flood.yaml", "of the file system");
    write(".git/config", "");
    write(".git/methods/flood.yaml", "method: old");
    assertThat(over().paths()).isEqualTo(SchemaFiles.ofProject().paths());
  }

  @Test
  void aFolderMayLieBelowAHiddenOne() throws IOException {
    folder = folder.resolve(".census/schemas");
    write("methods/levels.yaml", "method: own");
    assertThat(over().text("methods/levels.yaml")).isEqualTo("method: own");
  }

  /** Some editors begin a file with a mark of its byte order. */
  @Test
  void aMarkOfByteOrderIsNoPartOfAFile() throws IOException {
    write("methods/levels.yaml", "\uFEFFmethod: own");
    Problems problems = new Problems();
    assertThat(over().parse("methods/levels.yaml", problems).text("method")).isEqualTo("own");
    assertThat(problems.list()).isEmpty();
  }

  /** Links to the folder, to a folder in it and to a file, as mounted configuration has them. */
  @Test
  void linksAreFollowed() throws IOException {
    Path link = folder.resolve("link");
    folder = Files.createDirectory(folder.resolve("own"));
    Files.createSymbolicLink(link, folder);
    write("..data/levels.yaml", "method: own");
    write(".codes/hazard.yaml", "list: own");
    Files.createSymbolicLink(folder.resolve("codes"), Path.of(".codes"));
    Files.createDirectory(folder.resolve("methods"));
    Files.createSymbolicLink(
        folder.resolve("methods/levels.yaml"), Path.of("../..data/levels.yaml"));
    SchemaFiles files = SchemaFiles.ofProject().over(link.toString());
    assertThat(files.text("methods/levels.yaml")).isEqualTo("method: own");
    assertThat(files.text("codes/hazard.yaml")).isEqualTo("list: own");
    assertThat(files.place("codes/hazard.yaml")).isEqualTo(link + "/codes/hazard.yaml");
  }

  @Test
  void everyFileThatCannotBeReadIsToldWithWhatHasNoEffect() throws IOException {
    write("flood.yaml", "method: flood");
    write("codes/irrigation.yaml", "list: irrigation");
    Files.write(folder.resolve("codes/hazard.yaml"), "title: 灾种".getBytes("GBK"));
    write("methods/drought.yaml", "#".repeat((1 << 20) + 1));
    Files.createSymbolicLink(folder.resolve("methods/hail.yaml"), Path.of("nowhere"));
    Files.createSymbolicLink(folder.resolve("staging"), Path.of("."));
    assertThatThrownBy(this::over)
        .hasMessageContaining(
            folder.resolve("codes/hazard.yaml") + ": cannot be read: it is not UTF-8")
        .hasMessageContaining(
            folder.resolve("methods/drought.yaml")
                + ": cannot be read: a schema file has at most 1024 KiB")
        .hasMessageContaining(
            folder.resolve("methods/hail.yaml") + ": cannot be read: it is no file, or a link to")
        .hasMessageContaining(
            folder.resolve("staging") + ": cannot be read: it is a link to a folder that it lies")
        .hasMessageContaining(folder.resolve("flood.yaml") + ": is none")
        .hasMessageNotContaining("irrigation");
  }

  /** What an unread file may name is told later, what no unread file can name at once. */
  @Test
  void whatIsNamedNowhereIsToldWithFilesThatCannotBeReadElsewhere() throws IOException {
    write("methods/level.yaml", "method: level");
    write("codes/crop.yaml", "list: crop");
    Files.write(folder.resolve("methods/flood.yaml"), "title: 洪涝".getBytes("GBK"));
    assertThatThrownBy(this::over)
        .hasMessageContaining("methods/flood.yaml: cannot be read")
        .hasMessageContaining("name the hazard 'level'")
        .hasMessageContaining("names the code list 'crop'");
    write("staging/farm.yaml", "#".repeat(1 << 21));
    assertThatThrownBy(this::over)
        .hasMessageContaining("name the hazard 'level'")
        .hasMessageNotContaining("names the code list 'crop'");
  }

  @Test
  void aFolderWithFarMoreFilesIsNotTheOneThatWasMeant() throws IOException {
    for (int i = 0; i <= 1000; i++) {
      write("photo-" + i + ".jpg", "");
    }
    assertThatThrownBy(this::over)
        .hasMessage(folder + ": cannot be read: it holds more than 1000 files; schemas/ has fewer");
  }

  /** A note or a longer name is no use, however YAML is laid out a use is one. */
  @Test
  void onlyWhatIsNamedAsItsKindIsUsed() throws IOException {
    write("codes/crop.yaml", "list: crop");
    write("codes/soil.yaml", "list: soil");
    write("codes/climate.yaml", "list: climate\ninclude:\n  - soil\n  # - crop\n");
    write("fragments/farm.yaml", "fragment: farm");
    write("fragments/field.yaml", "fragment: field");
    write(
        "staging/gdp.yaml",
        """
        table: staging.gdp
        doc: "once had codes: crop, and include: [farm]"
        include:
          - field
        columns:
          - name: kind
            codes:
              'climate'
          - {name: crops, codes: crop_kind}
        """);
    assertThatThrownBy(this::over)
        .hasMessage(
            folder.resolve("codes/crop.yaml")
                + ": is none of the project's files and would have no effect:"
                + " no contract and no list names the code list 'crop'\n"
                + folder.resolve("fragments/farm.yaml")
                + ": is none of the project's files and would have no effect:"
                + " no contract includes the fragment 'farm'");
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
