package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.DefinitionException;

/** Files made by others, as the table of {@code docs/broken-files.md} says they come out. */
class BrokenFilesTest {

  /** A line of the table. */
  private record Line(String file, String declared, String outcome, String told) {}

  @TempDir Path directory;

  private static List<Line> lines(String outcome) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String text :
        Files.readAllLines(CensusProcess.projectRoot().resolve("docs/broken-files.md"))) {
      String[] cells = text.split("\\|", -1);
      if (cells.length == 6 && cells[3].strip().equals(outcome)) {
        lines.add(new Line(cells[1].strip(), cells[2].strip(), outcome, cells[4].strip()));
      }
    }
    assertThat(lines).isNotEmpty();
    return lines;
  }

  private Path describe(List<Line> lines) throws IOException {
    StringBuilder text =
        new StringBuilder("census: outside\nyear: 2025\nlogical_date: 2025-12-31\n");
    text.append("counties: [\"370321\"]\nquality: {max_quarantined_share: 1}\nsources:\n");
    for (Line line : lines) {
      Path file = OutsideFiles.get(line.file);
      text.append("  - id: \"").append(line.file).append("\"\n    dataset: building\n");
      text.append("    county: \"370321\"\n    file: \"").append(file).append("\"\n");
      text.append(line.declared.isEmpty() ? "" : "    crs: " + line.declared + "\n");
      text.append("    constants: {object_id: \"B-").append(line.file).append("-{row}\",");
      text.append(" admin_code: \"370321000000\", structure: adobe, floors: \"1\",");
      text.append(" floor_area_m2: \"100\", use: dwelling, value_wan: \"10\"}\n");
    }
    return Files.writeString(directory.resolve("outside.yaml"), text);
  }

  @Test
  void whatCannotBeReadIsRefusedBeforeAnythingIsWrittenAllAtOnce() throws IOException {
    List<Line> lines = lines("refused");
    Path description = describe(lines);
    assertThatThrownBy(() -> CensusRun.check(description, Map.of(), Progress.SILENT))
        .isInstanceOfSatisfying(
            DefinitionException.class,
            e -> {
              assertThat(e.problems()).hasSize(lines.size());
              for (Line line : lines) {
                assertThat(e.problems())
                    .anySatisfy(
                        problem ->
                            assertThat(problem.toString())
                                .contains("'" + line.file + "'", line.told));
              }
            });
  }

  @Test
  void whatTurnsOutBrokenOnReadingIsRefusedWithItsReason() throws IOException {
    for (Line line : lines("refused on reading")) {
      Path file = OutsideFiles.get(line.file);
      try (RowReader rows = RowReaders.open(SourceSpec.of(file.toString()))) {
        assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
            .rootCause()
            .hasMessageContaining(file.getFileName().toString())
            .hasMessageContaining(line.told);
      }
    }
  }

  @Test
  void everyRowOfTheOthersIsAccountedForAndWhatIsWrongIsAFinding() throws IOException {
    List<Line> lines = lines("rows");
    CensusRun run = CensusRun.check(describe(lines), Map.of(), Progress.SILENT);
    SparkSession spark = TestLake.session(directory.resolve("lake"));
    run.execute(spark, Step.INGEST, Step.INGEST, directory);

    Map<String, String> told = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    lines.forEach(line -> expected.put(line.file, line.told));
    for (Row account :
        spark
            .sql(
                "SELECT source_id, rows_read, rows_accepted, balanced FROM ops.row_account"
                    + " WHERE scope = 'file'")
            .collectAsList()) {
      assertThat(account.getBoolean(3)).isTrue();
      told.put(
          account.getString(0), account.getLong(1) + " read, " + account.getLong(2) + " accepted");
    }
    for (Row found :
        spark
            .sql(
                "SELECT source_id, rule, count(*) FROM ops.finding GROUP BY ALL"
                    + " ORDER BY source_id, rule")
            .collectAsList()) {
      told.merge(
          found.getString(0), ", " + found.getString(1) + " × " + found.getLong(2), String::concat);
    }
    assertThat(told).isEqualTo(expected);
  }
}
