package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worked example of hazards of one's own, run as its page says, and held against a release of
 * the year before that the project's own methods made without them.
 */
@Tag("long")
class OwnHazardCensusTest {

  private static final Path EXAMPLE = CensusProcess.projectRoot().resolve("docs/own-hazard");

  @TempDir static Path directory;
  private static String lake;
  private static Path out;

  @BeforeAll
  static void runBothYears() throws IOException, InterruptedException {
    lake = directory.resolve("lake").toString();
    out = directory.resolve("out");
    String census = Files.readString(EXAMPLE.resolve("census.yaml"));
    String before =
        census
            .substring(0, census.indexOf("  - {id: drought_polygon"))
            .replace("2025", "2024")
            .replaceFirst("(?s)quality:.*(?=sources:)", "")
            .replace("file: data/", "file: " + EXAMPLE.resolve("data") + "/");
    Path old = Files.writeString(directory.resolve("census-2024.yaml"), before);
    CensusProcess.Outcome first =
        CensusProcess.run(
            "run", old.toString(), "--lake", lake, "--out", directory.resolve("2024").toString());
    assertThat(first.status()).as(first.output()).isZero();
    own("check", EXAMPLE.resolve("census.yaml").toString());
    own("run", EXAMPLE.resolve("census.yaml").toString(), "--lake", lake, "--out", out.toString());
  }

  private static String own(String... arguments) throws IOException, InterruptedException {
    CensusProcess.Outcome outcome = CensusProcess.runWith(EXAMPLE.resolve("schemas"), arguments);
    assertThat(outcome.status()).as(outcome.output()).isZero();
    return outcome.output();
  }

  private static List<String> csv(String select) throws IOException, InterruptedException {
    return own("sql", select, "--csv", "--lake", lake, "--quiet").lines().toList();
  }

  /** Of 12 pixels 2 hold no data; those without rain for 20 days count for lack of irrigation. */
  @Test
  void polygonsPixelsAndPointsAreAccountedFor() throws IOException, InterruptedException {
    assertThat(
            csv(
                "SELECT source_id, rows_read, rows_accepted FROM ops.row_account"
                    + " WHERE scope = 'file' AND census_year = 2025 ORDER BY source_id"))
        .contains("drought_polygon,2,2", "drought_raster,10,10", "hail,2,2");
    assertThat(
            csv(
                "SELECT hazard, count(*) FROM marts.hazard_area WHERE census_year = 2025"
                    + " GROUP BY hazard ORDER BY hazard"))
        .contains("drought,12", "flood,1", "hail,2");
  }

  @Test
  void mapsAndLayersNameTheHazard() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.contains("drought") && name.endsWith(".png"))
          .anyMatch(name -> name.contains("hail") && name.endsWith(".png"));
    }
  }

  @Test
  void aGradeIsExplainedByTheColumnsOfItsContract() throws IOException, InterruptedException {
    String told =
        own("explain", "--unit", "370399101", "--year", "2025", "--lake", lake, "--quiet");
    assertThat(told).contains("干旱", "连续无雨日数", "灌溉条件：部分灌溉", "D-2", "干旱区.geojson");
  }

  @Test
  void aNewHazardIsNewAndTheOthersAreAsTheyWere() throws IOException, InterruptedException {
    String told = own("diff", "--from", "2024", "--to", "2025", "--lake", lake, "--quiet");
    assertThat(told).contains("干旱").contains("新增评估");
    Path changes = directory.resolve("changes.csv");
    own("diff", "--from", "2024", "--to", "2025", "--lake", lake, "--out", changes.toString());
    assertThat(Files.readAllLines(changes))
        .anyMatch(line -> line.contains("干旱") && line.contains("新增评估"))
        .noneMatch(line -> line.contains("洪涝"));
  }

  @Test
  void theReportHasAChapterWithTheHazard() throws IOException, InterruptedException {
    Path folder = directory.resolve("report");
    own(
        "report",
        "--year",
        "2025",
        "--unit",
        "370399",
        "--lake",
        lake,
        "--format",
        "html",
        "--out",
        folder.toString());
    try (Stream<Path> files = Files.walk(folder)) {
      Path page = files.filter(f -> f.toString().endsWith(".html")).findFirst().orElseThrow();
      assertThat(Files.readString(page)).contains("干旱", "冰雹", "drought@1");
    }
  }

  @Test
  void withoutTheFolderTheHazardIsNamedAsUnknown() throws IOException, InterruptedException {
    CensusProcess.Outcome outcome =
        CensusProcess.run("explain", "--unit", "370399101", "--year", "2025", "--lake", lake);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.output()).contains("drought").contains("CENSUS_SCHEMAS");
  }
}
