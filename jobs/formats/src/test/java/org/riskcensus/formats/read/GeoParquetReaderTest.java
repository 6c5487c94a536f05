package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskcensus.formats.OutsideData;

class GeoParquetReaderTest {

  private static final String XY = "required double x; required double y;";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("a.parquet");
  }

  /** Writes one row; {@code geo} is the metadata, empty for none. */
  private void write(String schema, String geo, java.util.function.Consumer<Group> fill)
      throws IOException {
    MessageType type = MessageTypeParser.parseMessageType("message m {" + schema + "}");
    Files.deleteIfExists(file());
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file()))
            .withConf(new PlainParquetConfiguration())
            .withType(type)
            .withExtraMetaData(geo.isEmpty() ? Map.of() : Map.of("geo", geo))
            .build()) {
      Group row = new SimpleGroup(type);
      fill.accept(row);
      writer.write(row);
    }
  }

  private static String geo(String encoding) {
    return "{\"version\":\"1.1.0\",\"primary_column\":\"g\",\"columns\":{\"g\":{\"encoding\":\""
        + encoding
        + "\",\"geometry_types\":[]}}}";
  }

  private static String nested(int levels) {
    String type = "group element {" + XY + "}";
    for (int i = 0; i < levels; i++) {
      String name = i == levels - 1 ? "g" : "element";
      type = "group " + name + " (LIST) { repeated group list { optional " + type + " } }";
    }
    return "optional " + (levels == 0 ? "group g {" + XY + "}" : type);
  }

  private static Group element(Group list) {
    return list.addGroup(0).addGroup(0);
  }

  private static void positions(Group list, double... xy) {
    for (int i = 0; i < xy.length; i += 2) {
      Group position = element(list);
      position.add("x", xy[i]);
      position.add("y", xy[i + 1]);
    }
  }

  @Test
  void nativePointsLinesAndPolygons() throws IOException {
    write(
        nested(0),
        geo("point"),
        row -> {
          Group point = row.addGroup("g");
          point.add("x", 1.0);
          point.add("y", 2.0);
        });
    assertThat(Reading.wkt(Reading.rows(file()).get(0))).isEqualTo("POINT (1 2)");
    write(nested(1), geo("linestring"), row -> positions(row.addGroup("g"), 1, 2, 3, 4));
    assertThat(Reading.wkt(Reading.rows(file()).get(0))).isEqualTo("LINESTRING (1 2, 3 4)");
    write(nested(1), geo("multipoint"), row -> positions(row.addGroup("g"), 1, 2, 3, 4));
    assertThat(Reading.wkt(Reading.rows(file()).get(0))).isEqualTo("MULTIPOINT ((1 2), (3 4))");
    write(
        nested(2),
        geo("polygon"),
        row -> {
          Group rings = row.addGroup("g");
          positions(element(rings), 0, 0, 9, 0, 9, 9, 0, 0);
          positions(element(rings), 4, 1, 5, 1, 5, 2, 4, 1);
        });
    assertThat(Reading.wkt(Reading.rows(file()).get(0)))
        .isEqualTo("POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 5 1, 5 2, 4 1))");
    write(
        nested(2),
        geo("multilinestring"),
        row -> positions(element(row.addGroup("g")), 1, 2, 3, 4));
    assertThat(Reading.wkt(Reading.rows(file()).get(0))).isEqualTo("MULTILINESTRING ((1 2, 3 4))");
    write(
        nested(3),
        geo("multipolygon"),
        row -> positions(element(element(row.addGroup("g"))), 0, 0, 9, 0, 9, 9, 0, 0));
    assertThat(Reading.wkt(Reading.rows(file()).get(0)))
        .isEqualTo("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))");
    write(nested(0), geo("point"), row -> {});
    assertThat(Reading.wkt(Reading.rows(file()).get(0))).isEqualTo("none");
  }

  @Test
  void anEncodingThatIsNotThatOfTheColumnIsRefused() throws IOException {
    write(nested(1), geo("polygon"), row -> {});
    assertThat(Reading.refusal(file())).contains("not encoded as polygon");
    write(nested(0), geo("WKB"), row -> {});
    assertThat(Reading.refusal(file())).contains("not encoded as wkb");
    write(nested(0), geo("zigzag"), row -> {});
    assertThat(Reading.refusal(file())).contains("'zigzag' is not known");
  }

  @Test
  void valuesOfManyTypesAsText() throws IOException {
    write(
        "optional int32 day (DATE); optional int64 at (TIMESTAMP(MICROS,true));"
            + " optional int64 money (DECIMAL(18,2)); optional int32 u (UINT_32);"
            + " optional float f; optional boolean b; optional binary s (UTF8); optional binary raw;"
            + " optional int96 old; optional int64 none; optional int32 hour (TIME_MILLIS);",
        "",
        row -> {
          row.add("day", 20156);
          row.add("at", 1_741_500_000_000_000L);
          row.add("money", 123456L);
          row.add("u", -1);
          row.add("f", 0.1f);
          row.add("b", true);
          row.add("s", "索镇");
          row.add("raw", Binary.fromConstantByteArray(new byte[] {1}));
          row.add(
              "old",
              Binary.fromConstantByteArray(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, -116, 61, 37, 0}));
          row.add("hour", 3_600_000);
        });
    SourceRow row = Reading.rows(file()).get(0);
    assertThat(row.attributes())
        .containsEntry("day", "2025-03-09")
        .containsEntry("at", "2025-03-09T06:00")
        .containsEntry("money", "1234.56")
        .containsEntry("u", "4294967295")
        .containsEntry("f", "0.1")
        .containsEntry("b", "true")
        .containsEntry("s", "索镇")
        .containsEntry("old", "1970-01-01T00:00")
        .containsEntry("hour", "01:00")
        .doesNotContainKeys("raw", "none");
    assertThat(Reading.header(file()).hasGeometry()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "bbox-does-not-contain-geometry, outside the bbox",
    "crs-invalid-projjson, no PROJJSON",
    "geo-invalid-json, not valid JSON",
    "geometry-types-mismatch-declared-point-actual-linestring, it is a LINESTRING but the metadata declares [POINT]",
    "missing-geo-metadata, no geo metadata",
    "missing-primary-column, no primary_column",
    "version-unknown, version '99.0.0'"
  })
  void aBrokenFileIsRefusedWithItsDefect(String name, String reason) throws IOException {
    Path file = OutsideData.get("dirty/geoparquet/" + name + ".parquet");
    assertThat(Reading.refusal(file)).contains(name, reason.replace("\\", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "wkb-truncated, truncated",
    "wkb-with-srid-prefix, SRID prefix",
    "wkb-wrong-type-byte, its type is wrong"
  })
  void oneBrokenGeometryAmongGoodOnesIsAProblemOfItsRow(String name, String reason)
      throws IOException {
    List<SourceRow> rows = Reading.rows(OutsideData.get("dirty/geoparquet/" + name + ".parquet"));
    assertThat(rows).filteredOn(row -> row.problem() != null).hasSize(1);
    assertThat(rows)
        .filteredOn(row -> row.problem() != null)
        .allSatisfy(row -> assertThat(row.problem()).contains(reason));
    assertThat(rows).anySatisfy(row -> assertThat(Reading.wkt(row)).startsWith("P"));
  }

  @ParameterizedTest
  @CsvSource({
    "airports-global, EPSG:4326, POINT",
    "buildings-with-centroid, EPSG:4326, POLYGON",
    "compression-zstd, EPSG:4326, ",
    "crs-epsg-4326, EPSG:4326, ",
    "us-states, EPSG:5070, "
  })
  void aGoodFileIsReadWhole(String name, String crs, String type) throws IOException {
    Path file = OutsideData.get("dirty/geoparquet/" + name + ".parquet");
    List<SourceRow> rows = Reading.rows(file);
    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.problem()).isNull());
    assertThat(rows).anySatisfy(row -> assertThat(Reading.wkt(row)).isNotEqualTo("none"));
    if (type != null) {
      assertThat(Reading.wkt(rows.get(0))).contains(type);
    }
    assertThat(Reading.header(file).crs()).contains(crs);
  }

  /** Whatever byte is wrong: rows, or a refusal; nothing else. */
  @Test
  void noWrongByteLeadsAnywhereElse() throws IOException {
    write(
        "optional binary name (UTF8); " + nested(1),
        geo("linestring"),
        row -> {
          row.add("name", "a");
          positions(row.addGroup("g"), 1, 2, 3, 4);
        });
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      byte[] wrong = whole.clone();
      wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
      Files.write(file(), wrong);
      try {
        assertThat(Reading.rows(file())).isNotNull();
      } catch (UnreadableFileException e) {
        assertThat(e).hasMessageContaining("a.parquet");
      } catch (UncheckedIOException e) {
        assertThat(e).hasCauseInstanceOf(UnreadableFileException.class);
      }
    }
  }
}
