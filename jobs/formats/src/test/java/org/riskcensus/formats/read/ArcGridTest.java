package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskcensus.formats.crs.Crs;

class ArcGridTest {

  private static final String HEADER =
      "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 4000000\ncellsize 100\nNODATA_value -9999\n";

  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("depth.asc"), text);
  }

  @Test
  void eachCellWithAValueIsASquareWithThatValue() throws IOException {
    List<SourceRow> rows = Reading.rows(write(HEADER + "0.1 -9999 3\n4.50 5 6e0\n"));
    assertThat(rows).extracting(SourceRow::rowNumber).containsExactly(1L, 3L, 4L, 5L, 6L);
    assertThat(rows)
        .extracting(row -> row.attributes().get("value"))
        .containsExactly("0.1", "3", "4.5", "5", "6");
    assertThat(Reading.wkt(rows.get(3)))
        .isEqualTo(
            "POLYGON ((500100 4000000, 500200 4000000, 500200 4000100, 500100 4000100,"
                + " 500100 4000000))");
  }

  @Test
  void theSystemIsThatOfThePrjFileOrUnknown() throws IOException {
    Path file = write(HEADER + "1 2 3 4 5 6");
    assertThat(Reading.header(file).crs()).isEmpty();
    Files.writeString(folder.resolve("depth.prj"), Crs.of("EPSG:4548").wkt());
    assertThat(Reading.header(file).crs()).contains("EPSG:4548");
  }

  @Test
  void valuesMayBePartedByAnyBlanksAndTheHeaderWrittenInAnyWay() throws IOException {
    String[] lines = {
      "\ufeffNROWS 2",
      "NCOLS 3",
      "XLLCENTER 50",
      "YLLCENTER 50",
      "CELLSIZE 100",
      "1",
      "2 3\t4",
      "",
      "5   -9999 "
    };
    Path file = write(String.join("\r\n", lines));
    List<SourceRow> rows = Reading.rows(file);
    assertThat(rows)
        .extracting(row -> row.attributes().get("value"))
        .containsExactly("1", "2", "3", "4", "5");
    assertThat(rows.get(3).geometry().getCentroid().getX()).isEqualTo(50);
    assertThat(rows.get(3).geometry().getCentroid().getY()).isEqualTo(50);
  }

  @Test
  void anyCellIsFoundInAnyOrder() throws IOException {
    StringBuilder text =
        new StringBuilder("ncols 700\nnrows 900\nxllcorner 0\nyllcorner 0\ncellsize 1\n");
    for (int row = 0; row < 900; row++) {
      for (int column = 0; column < 700; column++) {
        text.append(row * 1000 + column).append(column == 699 ? '\n' : ' ');
      }
    }
    try (RasterGrid grid = RasterGrid.open(SourceSpec.of(write(text.toString()).toString()))) {
      for (int[] at : new int[][] {{0, 899}, {699, 0}, {5, 450}, {699, 899}, {0, 0}, {3, 898}}) {
        assertThat(grid.value(at[0], at[1])).isEqualTo(at[1] * 1000 + at[0]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ncols 3 nrows 2 xllcorner 0 yllcorner 0 cellsize 1 1 2 3 4.00 5 | ends in row 2",
        "ncols 3 nrows 2 xllcorner 0 yllcorner 0 cellsize 1 1 2 3 4 5 6 7 | more values",
        "ncols 3 nrows 2 xllcorner 0 yllcorner 0 cellsize 1 1 2 3 4 5,5 6 | row 2, column 2",
        "ncols 3 nrows 2 xllcorner 0 yllcorner 0 cellsize 1 1 2 3 4 5d 6 | '5d'",
        "ncols 99999 nrows 99999 xllcorner 0 yllcorner 0 cellsize 1 1 2 3 | cut off",
        "ncols 3000000 nrows 2 xllcorner 0 yllcorner 0 cellsize 1 1 2 3 | ncols 3000000",
        "ncols 2.5 nrows 2 xllcorner 0 yllcorner 0 cellsize 1 1 2 3 | ncols 2.5",
        "ncols 3 nrows 2 xllcorner 0 yllcorner 0 cellsize 0 1 2 3 4 5 6 | north-up",
        "ncols 3 nrows 2 xllcorner 0 yllcorner 0 1 2 3 4 5 6 | no cellsize",
        "ncols 3 nrows many xllcorner 0 yllcorner 0 cellsize 1 1 2 3 | nrows many",
        "DSAA 3 2 0 1 0 1 | no ncols",
        "PK zip | PK zip"
      })
  void whatIsNoGridIsRefusedWithItsReason(String text, String reason) throws IOException {
    if (reason.equals("PK zip")) {
      assertThat(Reading.refusal(write(text))).contains("header says pk zip");
    } else {
      assertThat(Reading.refusal(write(text))).contains("depth.asc", reason);
    }
  }
}
