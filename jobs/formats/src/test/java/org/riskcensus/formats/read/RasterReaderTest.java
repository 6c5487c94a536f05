package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

class RasterReaderTest {

  private static final int GAUSS_KRUGER_117 = 4548;

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("t.tif");
  }

  private static TiffFile small() {
    return new TiffFile(new float[] {0.1f, -9999, 3}, new float[] {Float.NaN, 5, 12345678})
        .place(500000, 4000200, 100, 100, GAUSS_KRUGER_117);
  }

  @Test
  void eachPixelWithAValueIsASquareWithThatValue() throws IOException {
    List<SourceRow> rows = Reading.rows(small().noData("-9999").write(file()));
    assertThat(rows).extracting(SourceRow::rowNumber).containsExactly(1L, 3L, 5L, 6L);
    assertThat(rows)
        .extracting(row -> row.attributes().get("value"))
        .containsExactly("0.1", "3", "5", "12345678");
    assertThat(Reading.wkt(rows.get(2)))
        .isEqualTo(
            "POLYGON ((500100 4000000, 500200 4000000, 500200 4000100, 500100 4000100,"
                + " 500100 4000000))");
  }

  @Test
  void pixelsWithoutAValueAreCountedThoughTheyAreNoRows() throws IOException {
    SourceSpec raster = SourceSpec.of(small().noData("-9999").write(file()).toString());
    assertThat(RasterPixels.find(raster)).contains(new RasterPixels(6, 2));
    Path table = Files.writeString(folder.resolve("t.csv"), "a\n1\n");
    assertThat(RasterPixels.find(SourceSpec.of(table.toString()))).isEmpty();
  }

  /** 1,500 rows of 1,000 pixels are two bands; of every seventh pixel nothing is known. */
  @Test
  void pixelsAreCountedBandByBand() throws IOException {
    float[][] values = new float[1500][1000];
    for (int i = 0; i < 1_500_000; i++) {
      values[i / 1000][i % 1000] = i % 7 == 0 ? Float.NaN : 1;
    }
    Path file = new TiffFile(values).place(500000, 4000200, 1, 1, GAUSS_KRUGER_117).write(file());
    assertThat(RasterPixels.find(SourceSpec.of(file.toString())))
        .contains(new RasterPixels(1_500_000, 214_286));
  }

  @Test
  void theHeaderTellsSystemAndField() throws IOException {
    SourceHeader header = Reading.header(small().write(file()), "value", "人口");
    assertThat(header.crs()).contains("EPSG:4548");
    assertThat(header.fields()).containsExactly("人口");
    assertThat(header.hasGeometry()).isTrue();
    assertThat(Reading.rows(file(), "value", "人口").get(0).attributes())
        .containsExactly(entry("人口", "0.1"));
  }

  @Test
  void theNoDataOfFloatsIsMatchedAsAFloat() throws IOException {
    TiffFile raster =
        new TiffFile(new float[] {-Float.MAX_VALUE, 1}).place(0, 1, 1, 1, GAUSS_KRUGER_117);
    assertThat(Reading.rows(raster.noData("-3.4028234663852886e+38").write(file()))).hasSize(1);
  }

  @Test
  void neighboursShareTheirBorderExactly() throws IOException {
    Path file =
        new TiffFile(new float[] {1, 2, 3, 4}, new float[] {5, 6, 7, 8})
            .place(118.1, 36.9, 1 / 1200.0, 1 / 1200.0, 4490)
            .write(file());
    List<SourceRow> rows = Reading.rows(file);
    for (int i = 0; i < 3; i++) {
      Coordinate east = rows.get(i).geometry().getCoordinates()[1];
      Coordinate west = rows.get(i + 1).geometry().getCoordinates()[0];
      assertThat(east).isEqualTo(west);
    }
  }

  @Test
  void aValueAtAPointIsTheMiddleOfItsPixel() throws IOException {
    List<SourceRow> rows = Reading.rows(small().pixelIsPoint(GAUSS_KRUGER_117).write(file()));
    assertThat(rows.get(0).geometry().getCentroid().getCoordinate())
        .isEqualTo(new Coordinate(500000, 4000200));
  }

  @Test
  void aRotatedOrOblongGridIsRefused() throws IOException {
    Path rotated = small().matrix(1, 1, 0, 0, 1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1).write(file());
    assertThat(Reading.refusal(rotated)).contains("rotated");
    Path oblong = new TiffFile(new float[] {1}).place(0, 1, 2, 1, GAUSS_KRUGER_117).write(file());
    assertThat(Reading.refusal(oblong)).contains("not square");
    Path upsideDown = small().matrix(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1).write(file());
    assertThat(Reading.refusal(upsideDown)).contains("north-up");
  }

  @Test
  void aRasterWithoutAPlaceIsRefused() throws IOException {
    assertThat(Reading.refusal(new TiffFile(new float[] {1, 2}).write(file())))
        .contains("georeference");
  }

  @Test
  void aBogusLengthIsRefusedBeforeMemoryIsTaken() throws IOException {
    assertThat(Reading.refusal(small().claim(2_000_000_000).write(file()))).contains("2000000000");
    byte[] whole = Files.readAllBytes(small().write(file()));
    Files.write(file(), java.util.Arrays.copyOf(whole, 60));
    assertThat(Reading.refusal(file())).contains("t.tif");
  }
}
