package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.core.raster.GridFrame;
import org.riskcensus.formats.write.GridWriter;

class RasterGridTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("depth.tif");
  }

  private static RasterGrid open(Path file) throws IOException {
    return RasterGrid.open(SourceSpec.of(file.toString()));
  }

  @Test
  void everyPixelIsTheOneTheRowsHave() throws IOException {
    double[][] rows = new double[1100][301];
    Random random = new Random(3);
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(10) == 0 ? -1 : random.nextDouble();
      }
    }
    GridWriter.write(file(), rows, 500000, 4000000, 5, "EPSG:4548", -1);
    try (RasterGrid grid = open(file())) {
      assertThat(grid.crs()).contains("EPSG:4548");
      assertThat(grid.frame()).isEqualTo(new GridFrame(500000, 4000000, 5, 5, 301, 1100));
      for (int i = 0; i < 20000; i++) {
        int column = random.nextInt(301);
        int row = random.nextInt(1100);
        Double expected = rows[row][column] == -1 ? Double.NaN : rows[row][column];
        assertThat(grid.value(column, row)).isEqualTo(expected);
      }
    }
  }

  @Test
  void oblongPixelsHaveAPlace() throws IOException {
    new TiffFile(new float[] {1, 2}, new float[] {3, Float.NaN})
        .place(100, 200, 10, 5, 4548)
        .write(file());
    try (RasterGrid grid = open(file())) {
      assertThat(grid.frame()).isEqualTo(new GridFrame(100, 200, 10, 5, 2, 2));
      assertThat(grid.value(0, 1)).isEqualTo(3);
      assertThat(grid.value(1, 1)).isNaN();
    }
  }

  @Test
  void storedNumbersAreScaledAsTheFileSays() throws IOException {
    new TiffFile(new float[] {150, -9999})
        .place(0, 1, 1, 1, 4548)
        .noData("-9999")
        .metadata(
            "<GDALMetadata><Item name=\"SCALE\" sample=\"0\" role=\"scale\">0.01</Item>"
                + "<Item name=\"OFFSET\" sample=\"0\" role=\"offset\">2</Item></GDALMetadata>")
        .write(file());
    try (RasterGrid grid = open(file())) {
      assertThat(grid.value(0, 0)).isEqualTo(3.5);
      assertThat(grid.value(1, 0)).isNaN();
    }
    assertThat(Reading.rows(file()).get(0).attributes()).containsEntry("value", "3.5");
  }

  @Test
  void aDeclaredSystemGoesBeforeThatOfTheFile() throws IOException {
    new TiffFile(new float[] {1}).place(0, 1, 1, 1, 4548).write(file());
    SourceSpec declared = Reading.source(file(), "crs", "EPSG:4549");
    try (RasterGrid grid = RasterGrid.open(declared)) {
      assertThat(grid.crs()).contains("EPSG:4549");
    }
  }

  @Test
  void whatIsNoRasterIsRefused() throws IOException {
    Path table = Files.writeString(folder.resolve("depth.csv"), "a,b\n1,2\n");
    assertThatThrownBy(() -> open(table))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("no raster");
    assertThatThrownBy(() -> open(file()))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void aFileCutOffIsRefusedWhereItEnds() throws IOException {
    double[][] rows = new double[2000][400];
    Random random = new Random(5);
    for (double[] row : rows) {
      java.util.Arrays.setAll(row, i -> random.nextDouble());
    }
    GridWriter.write(file(), rows, 0, 0, 1, "EPSG:4548", -1);
    byte[] whole = Files.readAllBytes(file());
    java.util.Arrays.fill(whole, whole.length / 2, whole.length * 3 / 4, (byte) 0x5A);
    Files.write(file(), whole);
    assertThatThrownBy(
            () -> {
              try (RasterGrid grid = open(file())) {
                for (int row = 0; row < 2000; row++) {
                  grid.value(0, row);
                }
              }
            })
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("depth.tif");
  }

  /** A tile is compressed as a whole: asking for it in parts would decode it as often. */
  @Test
  void eachTileIsDecodedOnceWhateverItsSize() throws IOException {
    for (int tile : new int[] {64, 256, 300, 512}) {
      CountedTiles raster = new CountedTiles(tile);
      SourceFile file = SourceFile.of(SourceSpec.of(Files.writeString(file(), "II").toString()));
      try (RasterGrid grid = new RasterGrid(file, raster)) {
        for (int row = 0; row < raster.height(); row += 7) {
          for (int column = 0; column < raster.width(); column += 11) {
            assertThat(grid.value(column, row)).isEqualTo(column * 10_000.0 + row);
          }
        }
      }
      assertThat(raster.decoded).as("tiles of %d", tile).isEqualTo(16);
    }
  }

  /** Sixteen tiles whose values tell their place; counts those that are decoded. */
  private static final class CountedTiles implements RasterSource {

    private final int tile;
    private int decoded;

    private CountedTiles(int tile) {
      this.tile = tile;
    }

    @Override
    public int width() {
      return 4 * tile;
    }

    @Override
    public int height() {
      return 4 * tile;
    }

    @Override
    public int tileWidth() {
      return tile;
    }

    @Override
    public int tileHeight() {
      return tile;
    }

    @Override
    public RasterPlacement placement() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> crs() {
      return Optional.empty();
    }

    @Override
    public RasterWindow read(int column, int row, int columns, int rows) {
      int across = (column + columns - 1) / tile - column / tile + 1;
      int down = (row + rows - 1) / tile - row / tile + 1;
      decoded += across * down;
      double[] values = new double[columns * rows];
      for (int i = 0; i < values.length; i++) {
        int below = i / columns;
        values[i] = (column + i % columns) * 10_000.0 + row + below;
      }
      return new RasterWindow(column, row, columns, values, false);
    }

    @Override
    public void close() {}
  }
}
