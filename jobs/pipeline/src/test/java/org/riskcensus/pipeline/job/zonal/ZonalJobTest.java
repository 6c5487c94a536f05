package org.riskcensus.pipeline.job.zonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.layer.LayerSource;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.DefinitionException;

class ZonalJobTest {

  @TempDir Path directory;
  private Path grid;
  private Path zones;

  @BeforeEach
  void files() throws IOException {
    grid = directory.resolve("grid.asc");
    Files.writeString(
        grid,
        """
        ncols 3
        nrows 2
        xllcorner 0
        yllcorner 0
        cellsize 10
        NODATA_value -9999
        1 2 -9999
        2 2 5
        """);
    zones = directory.resolve("zones.csv");
    Files.writeString(
        zones,
        """
        code,wkt
        01,"POLYGON((0 0,20 0,20 20,0 20,0 0))"
        02,"POLYGON((5 0,25 0,25 10,5 10,5 0))"
        03,"POLYGON((20 10,30 10,30 20,20 20,20 10))"
        04,"POINT(5 15)"
        05,"POINT(500 15)"
        06,"LINESTRING(1 5,29 5)"
        """);
  }

  @Test
  void cellsCountByTheirCentres() throws IOException {
    assertThat(run(zones, "centre", false))
        .containsExactly(
            "01:4,0,7,1.75,1,2",
            "02:2,0,4,2,2,2",
            "03:0,1,,,,",
            "04:1,0,1,1,1,1",
            "05:0,0,,,,",
            "06:3,0,9,3,2,5");
  }

  @Test
  void cellsWeighByTheAreaTheZoneCovers() throws IOException {
    assertThat(run(zones, "area", false))
        .containsExactly(
            "01:4,0,7,1.75,1,2",
            "02:2,0,5.5,2.75,2,5",
            "03:0,1,,,,",
            "04:1,0,1,1,1,1",
            "05:0,0,,,,",
            "06:3,0,9,3,2,5");
  }

  @Test
  void zonesThatTileTheRasterShareOutItsTotal() throws IOException {
    Path tiles = directory.resolve("tiles.csv");
    Files.writeString(
        tiles,
        """
        code,wkt
        01,"POLYGON((0 0,7 0,22 20,0 20,0 0))"
        02,"POLYGON((7 0,30 0,30 7,13 8,7 0))"
        03,"POLYGON((13 8,30 7,30 20,22 20,13 8))"
        """);
    for (String method : List.of("area", "centre")) {
      double count = 0;
      double sum = 0;
      for (String line : run(tiles, method, false)) {
        String[] figures = line.substring(line.indexOf(':') + 1).split(",", -1);
        count += Double.parseDouble(figures[0]);
        sum += figures[2].isEmpty() ? 0 : Double.parseDouble(figures[2]);
      }
      assertThat(count).as(method).isCloseTo(5, within(1e-12));
      assertThat(sum).as(method).isCloseTo(1 + 2 + 2 + 2 + 5, within(1e-12));
    }
  }

  @Test
  void classesAreCountedEachInItsRow() throws IOException {
    assertThat(run(zones, "area", true))
        .containsExactly(
            "01:1,1,0.25",
            "01:2,3,0.75",
            "02:2,1.5,0.75",
            "02:5,0.5,0.25",
            "03:,,",
            "04:1,1,1",
            "05:,,",
            "06:2,2,0.6666666666666666",
            "06:5,1,0.3333333333333333");
  }

  @Test
  void theFiguresOfRasterstatsComeOut() throws IOException {
    Path data = outside().resolve("raster");
    Assumptions.assumeTrue(Files.exists(data), "skipped: no outside data at " + data);
    Path out = directory.resolve("slope.csv");
    // both are in one custom system; any code stands for it
    ZonalRequest request =
        new ZonalRequest(
            layer(data.resolve("polygons.shp"), Optional.of("EPSG:4548")),
            data.resolve("slope.tif").toString(),
            Optional.of("EPSG:4548"),
            "centre",
            false,
            out);
    run(request);
    List<Map<String, String>> rows = rows(out);
    assertThat(rows).extracting(row -> row.get("count")).containsExactly("75", "50");
    assertThat(Double.parseDouble(rows.get(0).get("mean"))).isCloseTo(14.66, within(0.005));
  }

  @Test
  void everythingWrongIsListedAtOnce() {
    ZonalRequest request =
        new ZonalRequest(
            layer(directory.resolve("none.shp"), Optional.empty()),
            zones.toString(),
            Optional.empty(),
            "some",
            false,
            directory.resolve("out.doc"));
    assertThatThrownBy(() -> ZonalConfig.check(request, Contracts.load()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("'some' is none; choose among centre, area")
        .hasMessageContaining("out.doc: use one of")
        .hasMessageContaining("none.shp")
        .hasMessageContaining("this is no raster that is read");
  }

  private List<String> run(Path zones, String method, boolean byClass) throws IOException {
    Path out = directory.resolve("out.csv");
    run(
        new ZonalRequest(
            layer(zones, Optional.empty()),
            grid.toString(),
            Optional.empty(),
            method,
            byClass,
            out));
    List<String> names =
        byClass
            ? List.of("class", "count", "share")
            : List.of("count", "no_value", "sum", "mean", "min", "max");
    List<String> lines = new ArrayList<>();
    for (Map<String, String> row : rows(out)) {
      lines.add(
          row.get("code")
              + ":"
              + String.join(",", names.stream().map(n -> row.getOrDefault(n, "")).toList()));
    }
    return lines;
  }

  private static void run(ZonalRequest request) throws IOException {
    ZonalConfig config = ZonalConfig.check(request, Contracts.load());
    new ZonalJob(LocalSpark.session(), config, Progress.SILENT).run();
  }

  private static LayerSource layer(Path file, Optional<String> crs) {
    return new LayerSource("--zones", file.toString(), Optional.empty(), Optional.empty(), crs);
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (RowReader reader = RowReaders.open(SourceSpec.of(file.toString()))) {
      reader.forEachRemaining(row -> rows.add(row.attributes()));
    }
    return rows;
  }

  private static Path outside() {
    String named = System.getenv("CENSUS_OUTSIDE_DATA");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolveSibling("shared").resolve("data"))) {
      folder = folder.getParent();
    }
    return folder == null ? Path.of("shared") : folder.resolveSibling("shared").resolve("data");
  }
}
