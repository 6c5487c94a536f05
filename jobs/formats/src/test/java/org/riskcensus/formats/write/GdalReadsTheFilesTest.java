package org.riskcensus.formats.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What GDAL makes of the files, on machines that have it. */
class GdalReadsTheFilesTest {

  @TempDir Path folder;

  @BeforeAll
  static void needsGdal() {
    assumeTrue(finds("ogrinfo"), "ogrinfo is not installed: the check with GDAL is skipped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "shp", "geojson", "fgb"})
  void valuesExtentAndReferenceSystemArrive(String extension) throws Exception {
    WriteOptions options =
        extension.equals("shp")
            ? new WriteOptions(Charset.forName("GBK"), false, false)
            : WriteOptions.DEFAULT;
    Path file = Townships.write(folder.resolve("township." + extension), Townships.LAYER, options);

    String info = run("ogrinfo", "-al", file.toString());
    assertThat(info)
        .contains("Feature Count: 2", "Extent: (118.000000, 37.000000) - (118.500000, 37.250000)")
        .contains("索镇,\"街道\"", "370321101000", "2025/03/09", "4398046511104")
        .containsPattern("area_km2 \\(Real[^)]*\\) = 12.5")
        .contains("4490")
        .doesNotContain("Warning", "ERROR");
  }

  @ParameterizedTest
  @CsvSource({"EPSG:4490", "EPSG:4548", "EPSG:4546", "EPSG:4524", "EPSG:4326"})
  void shapefileDefinitionsAreKnownAgain(String crs) throws Exception {
    LayerSchema schema =
        new LayerSchema("t", List.of(new LayerField("a", "甲", FieldType.STRING)), "POLYGON", crs);
    Path file = folder.resolve("t.shp");
    try (LayerWriter writer = LayerWriters.create(file, schema, WriteOptions.DEFAULT)) {
      writer.write(List.of("x"), Townships.square(118, 37));
    }

    assertThat(run("gdalsrsinfo", "-e", "-o", "epsg", file.toString()).strip()).isEqualTo(crs);
  }

  @Test
  void gridIsRead() throws Exception {
    Path tif = folder.resolve("population.tif");
    double[][] rows = {{1, 2, 3}, {-9999, 5, 6.25}};
    GridWriter.write(tif, rows, 500_000, 4_100_000, 100, "EPSG:4548", -9999);

    assertThat(run("gdalinfo", "-stats", "--config", "GDAL_PAM_ENABLED", "NO", tif.toString()))
        .contains("Size is 3, 2", "Origin = (500000.000000000000000,4100000.000000000000000)")
        .contains("Pixel Size = (100.000000000000000,-100.000000000000000)", "[\"EPSG\",4548]")
        .contains("Type=Float64", "NoData Value=-9999", "Minimum=1.000, Maximum=6.250")
        .doesNotContain("Warning", "ERROR");
  }

  private static boolean finds(String program) {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
