package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;

class FlatGeobufReaderTest {

  private static final List<LayerField> FIELDS =
      List.of(
          new LayerField("name", "名称", FieldType.STRING),
          new LayerField("n", "数", FieldType.INTEGER),
          new LayerField("big", "大数", FieldType.LONG),
          new LayerField("area", "面积", FieldType.DOUBLE),
          new LayerField("yes", "是", FieldType.BOOLEAN),
          new LayerField("day", "日期", FieldType.DATE));

  @TempDir Path folder;

  private Path write(String type, String... wkt) throws IOException, ParseException {
    Path file = folder.resolve("a.fgb");
    LayerSchema schema = new LayerSchema("a", FIELDS, type, "EPSG:4548");
    try (LayerWriter writer = LayerWriters.create(file, schema, WriteOptions.DEFAULT)) {
      for (String text : wkt) {
        Geometry geometry = text.isEmpty() ? null : new WKTReader().read(text);
        writer.write(List.of("索镇", -3, 1L << 40, 12.5, true, LocalDate.of(2025, 3, 9)), geometry);
      }
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (1 2)",
        "LINESTRING (1 2, 3 4, 5 6)",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 5 1, 5 2, 4 1))",
        "MULTIPOINT ((1 2), (3 4))",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (4 1, 5 1, 5 2, 4 1)), ((20 0, 29 0, 29 9, 20 0)))",
        "GEOMETRYCOLLECTION (POINT (1 2), POLYGON ((0 0, 9 0, 9 9, 0 0)))"
      })
  void everyGeometryIsReadAsItWasWritten(String wkt) throws IOException, ParseException {
    for (String type : List.of("GEOMETRY", wkt.substring(0, wkt.indexOf(' ')))) {
      SourceRow row = Reading.rows(write(type, wkt)).get(0);
      assertThat(row.problem()).isNull();
      assertThat(Reading.wkt(row)).isEqualTo(wkt);
    }
  }

  @Test
  void everyKindOfValueAndTheSystem() throws IOException, ParseException {
    Path file = write("POINT", "POINT (500000 4000000)", "");
    SourceRow row = Reading.rows(file).get(0);
    assertThat(row.attributes().values())
        .containsExactly("索镇", "-3", "1099511627776", "12.5", "true", "2025-03-09");
    assertThat(Reading.wkt(Reading.rows(file).get(1))).isEqualTo("none");
    SourceHeader header = Reading.header(file);
    assertThat(header.crs()).contains("EPSG:4548");
    assertThat(header.fields()).containsExactly("name", "n", "big", "area", "yes", "day");
  }

  @Test
  void whatIsCutOffIsRefused() throws IOException, ParseException {
    byte[] whole = Files.readAllBytes(write("POINT", "POINT (1 2)", "POINT (3 4)"));
    for (int length = 1; length < whole.length; length++) {
      Path file = Files.write(folder.resolve("cut.fgb"), Arrays.copyOf(whole, length));
      assertThat(Reading.refusal(file)).contains("cut.fgb");
    }
  }

  /** Whatever byte is wrong: rows with or without problems, or a refusal; nothing else. */
  @Test
  void noWrongByteLeadsAnywhereElse() throws IOException, ParseException {
    byte[] whole =
        Files.readAllBytes(
            write("GEOMETRY", "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))", "POINT (3 4)", ""));
    Random random = new Random(1);
    for (int i = 0; i < 5000; i++) {
      byte[] wrong = whole.clone();
      for (int j = 0; j <= i % 3; j++) {
        wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("wrong.fgb"), wrong);
      try {
        assertThat(Reading.rows(file)).isNotNull();
      } catch (UnreadableFileException e) {
        assertThat(e).hasMessageContaining("wrong.fgb");
      } catch (UncheckedIOException e) {
        assertThat(e).hasCauseInstanceOf(UnreadableFileException.class);
      }
    }
  }

  @Test
  void anIndexIsPassedOver() throws IOException, InterruptedException {
    Assumptions.assumeTrue(hasGdal(), "skipped: no ogr2ogr");
    StringBuilder csv = new StringBuilder("id,x,y\n");
    for (int i = 0; i < 1000; i++) {
      csv.append(i).append(',').append(i % 37).append(',').append(i % 53).append('\n');
    }
    Path points = Files.writeString(folder.resolve("p.csv"), csv);
    for (int count : new int[] {1, 2, 16, 17, 257, 1000}) {
      Path file = folder.resolve("indexed" + count + ".fgb");
      Process gdal =
          new ProcessBuilder(
                  "ogr2ogr",
                  file.toString(),
                  points.toString(),
                  "-oo",
                  "X_POSSIBLE_NAMES=x",
                  "-oo",
                  "Y_POSSIBLE_NAMES=y",
                  "-a_srs",
                  "EPSG:4490",
                  "-limit",
                  "" + count)
              .inheritIO()
              .start();
      assertThat(gdal.waitFor()).isZero();
      assertThat(Reading.rows(file))
          .hasSize(count)
          .allSatisfy(
              row -> {
                double x = row.geometry().getCoordinate().x;
                assertThat(Double.parseDouble(row.attributes().get("x"))).isEqualTo(x);
              });
      assertThat(Reading.header(file).crs()).contains("EPSG:4490");
    }
  }

  private static boolean hasGdal() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ogr2ogr")));
  }
}
