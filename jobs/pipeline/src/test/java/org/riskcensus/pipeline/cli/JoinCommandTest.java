package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinCommandTest {

  private static final String HEADER =
      "left_rows,right_rows,pairs,left_matched,right_matched,overlap_area_m2";

  @TempDir Path directory;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(
        directory.resolve("points.csv"), "id,x,y\na,1,1\nb,5,5\nc,0,0\nd,,\ne,foo,3\nf,9,9\n");
    Files.writeString(
        directory.resolve("areas.csv"),
        """
        id,name,wkt
        1,一,"POLYGON((0 0,2 0,2 2,0 2,0 0))"
        2,二,"POLYGON((1 1,6 1,6 6,1 6,1 1))"
        3,三,"POLYGON((0 0,4 4,4 0,0 4,0 0))"
        4,无,
        """);
  }

  @Test
  void aLeftJoinWritesEveryLeftRowAndCountsPairsAndTellsWhatIsWrong()
      throws IOException, InterruptedException {
    Path out = directory.resolve("joined.csv");
    CensusProcess.Outcome outcome =
        join(
            "points.csv",
            "areas.csv",
            "--predicate",
            "within",
            "--how",
            "left",
            "--summary",
            "--out",
            out.toString());
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.output())
        .contains(HEADER + "\n6,4,2,2,2,0\n")
        .contains("no reference system is declared or found")
        .contains("1 row without geometry")
        .contains("row 5 (x 'foo' is not a number)")
        .contains("repaired for the join: row 3 (Self-intersection)");
    assertThat(Files.readString(out).replace("\r\n", "\n"))
        .isEqualTo(
            """
            id,x,y,id_right,name
            a,1,1,1,一
            b,5,5,2,二
            c,0,0,,
            d,,,,
            e,foo,3,,
            f,9,9,,
            """);
  }

  @Test
  @Tag("long")
  void areasAreMeasuredAndWritten() throws IOException, InterruptedException {
    Path out = directory.resolve("joined.geojson");
    CensusProcess.Outcome outcome =
        join(
            "areas.csv",
            "areas.csv",
            "--predicate",
            "intersects",
            "--area",
            "--summary",
            "--left-crs",
            "EPSG:4548",
            "--out",
            out.toString());
    assertThat(outcome.output()).contains("\n4,4,9,3,3,52\n");
    assertThat(Files.readAllLines(out).get(2))
        .contains("\"id\":\"1\",\"name\":\"一\",\"id_right\":\"2\",\"name_right\":\"二\"")
        .contains("\"overlap_area_m2\":1.0")
        .contains("\"type\":\"MultiPolygon\"");
  }

  @Test
  void everythingWrongIsListedBeforeSparkStarts() throws IOException, InterruptedException {
    CensusProcess.Outcome outcome =
        join(
            "points.csv",
            "nothing.csv",
            "--predicate",
            "near",
            "--how",
            "full",
            "--left-crs",
            "EPSG:99",
            "--set",
            "join.strategy=luck",
            "--out",
            "joined.doc");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.output())
        .contains("'near' is none; choose among intersects")
        .contains("'full' is none")
        .contains("EPSG:99 is no known reference system")
        .contains("nothing.csv: it is missing")
        .contains("join.strategy=luck")
        .contains("joined.doc: use one of .gpkg");
    assertThat(directory.resolve("lake")).doesNotExist();
    CensusProcess.Outcome dwithin = join("points.csv", "areas.csv", "--predicate", "dwithin");
    assertThat(dwithin.status()).isEqualTo(2);
    assertThat(dwithin.output())
        .contains("dwithin needs it, in metres")
        .contains("name a file to write, or ask for --summary");
  }

  private CensusProcess.Outcome join(String left, String right, String... more)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "join",
                "--left",
                directory.resolve(left).toString(),
                "--right",
                directory.resolve(right).toString(),
                "--lake",
                directory.resolve("lake").toString()));
    arguments.addAll(List.of(more));
    return CensusProcess.run(arguments.toArray(String[]::new));
  }
}
