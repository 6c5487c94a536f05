package org.riskcensus.pipeline.job.dissolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.layer.LayerSource;
import org.riskcensus.pipeline.progress.Progress;

class DissolveJobTest {

  private static final int SIDE = 40;

  @TempDir Path directory;

  @Test
  void overlapsOfAClassCountOnce() throws IOException {
    List<SourceRow> rows =
        dissolve(
            """
            code,wkt
            02,"POLYGON((0 0,4 0,4 4,0 4,0 0))"
            01,"POLYGON((50 0,60 0,60 10,50 10,50 0))"
            02,"POLYGON((2 0,6 0,6 4,2 4,2 0))"
            ,"POLYGON((7 7,8 7,8 8,7 8,7 7))"
            02,"LINESTRING(0 0,9 9)"
            """);
    assertThat(rows)
        .extracting(row -> row.attributes().toString())
        .containsExactly(
            "{code=02, rows=2, area_m2=24, overlap_m2=8}",
            "{code=01, rows=1, area_m2=100, overlap_m2=0}",
            "{rows=1, area_m2=1, overlap_m2=0}");
  }

  @Test
  void classesThatTileThePlaneStillDo() throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("code,wkt\n");
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        text.append(random.nextInt(4)).append(",\"POLYGON((").append(corner(x, y)).append(',');
        text.append(corner(x + 1, y)).append(',').append(corner(x + 1, y + 1)).append(',');
        text.append(corner(x, y + 1)).append(',').append(corner(x, y)).append("))\"\n");
      }
    }
    List<SourceRow> rows = dissolve(text.toString());
    Geometry[] classes = rows.stream().map(SourceRow::geometry).toArray(Geometry[]::new);
    assertThat(classes).hasSize(4);
    assertThat(CoverageValidator.isValid(classes)).isTrue();
    double sum = 0;
    for (SourceRow row : rows) {
      sum += Double.parseDouble(row.attributes().get("area_m2"));
      assertThat(Double.parseDouble(row.attributes().get("overlap_m2"))).isCloseTo(0, within(1e-6));
    }
    assertThat(sum).isCloseTo(SIDE * SIDE, within(SIDE * 1.0));
  }

  /** Corners of a bent grid, the same for all cells that meet there. */
  private static String corner(int x, int y) {
    return (x + 0.3 * Math.sin(7.1 * x + 3.3 * y)) + " " + (y + 0.3 * Math.cos(5.7 * x - 2.9 * y));
  }

  private List<SourceRow> dissolve(String text) throws IOException {
    Path in = directory.resolve("in.csv");
    Path out = directory.resolve("out.csv");
    Files.writeString(in, text);
    LayerSource source =
        new LayerSource(
            "--in", in.toString(), Optional.empty(), Optional.empty(), Optional.empty());
    DissolveConfig config = DissolveConfig.check(source, "code", out, Contracts.load());
    new DissolveJob(LocalSpark.session(), config, Progress.SILENT).run();
    List<SourceRow> rows = new ArrayList<>();
    try (RowReader reader = RowReaders.open(SourceSpec.of(out.toString()))) {
      reader.forEachRemaining(rows::add);
    }
    return rows;
  }
}
