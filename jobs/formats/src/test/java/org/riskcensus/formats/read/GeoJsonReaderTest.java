package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonReaderTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("t.geojson"), text);
  }

  private Path features(String... features) throws IOException {
    return file(
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  private static String feature(String geometry, String properties) {
    return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":" + properties + "}";
  }

  private String geometry(String json) throws IOException {
    return Reading.wkt(Reading.rows(features(feature(json, "{}"))).get(0));
  }

  private String problem(String json) throws IOException {
    SourceRow row = Reading.rows(features(feature(json, "{\"n\":1}"))).get(0);
    assertThat(row.attributes()).containsEntry("n", "1");
    assertThat(Reading.wkt(row)).isEqualTo("none");
    return String.valueOf(row.problem());
  }

  @Test
  void propertiesKeepTheTextOfNumbers() throws IOException {
    Path file =
        features(
            feature(
                "null",
                "{\"a\":1.50,\"b\":1e-05,\"c\":true,\"d\":null,\"e\":\"\",\"f\":[1,2],\"g\":\"文\"}"));
    assertThat(Reading.rows(file).get(0).attributes())
        .containsExactly(
            entry("a", "1.50"),
            entry("b", "1e-05"),
            entry("c", "true"),
            entry("f", "[1,2]"),
            entry("g", "文"));
    assertThat(Reading.wkt(Reading.rows(file).get(0))).isEqualTo("none");
    assertThat(Reading.rows(file).get(0).problem()).isNull();
  }

  @Test
  void fieldsAreThoseOfAllFeatures() throws IOException {
    Path file = features(feature("null", "{\"a\":1}"), feature("null", "{\"b\":2,\"a\":3}"));
    assertThat(Reading.header(file).fields()).containsExactly("a", "b");
  }

  @Test
  void anIdOutsideThePropertiesIsAField() throws IOException {
    Path file = features("{\"type\":\"Feature\",\"id\":\"F7\",\"properties\":{\"n\":1}}");
    assertThat(Reading.header(file).fields()).containsExactly("id", "n");
    assertThat(Reading.rows(file).get(0).attributes()).containsEntry("id", "F7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"Point\",\"coordinates\":[118.1,36.9,5]}|POINT (118.1 36.9)",
        "{\"coordinates\":[[0,0],[1,1]],\"type\":\"LineString\"}|LINESTRING (0 0, 1 1)",
        "{\"type\":\"MultiPoint\",\"coordinates\":[[0,0],[1,1]]}|MULTIPOINT ((0 0), (1 1))",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}"
            + "|POLYGON ((0 0, 1 0, 1 1, 0 0))",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]]]]}"
            + "|MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}"
            + "|GEOMETRYCOLLECTION (POINT (1 2))",
        "{\"type\":\"Polygon\",\"coordinates\":[]}|POLYGON EMPTY",
        "{\"type\":\"Point\",\"coordinates\":[]}|POINT EMPTY"
      })
  void eachKindOfGeometryIsRead(String json, String wkt) throws IOException {
    assertThat(geometry(json)).isEqualTo(wkt);
  }

  @Test
  void anInvalidRingIsReadAsFiled() throws IOException {
    String bowTie = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}";
    assertThat(geometry(bowTie)).isEqualTo("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}|not closed",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,0]]]}|2 positions",
        "{\"type\":\"Polygon\",\"coordinates\":[[0,0],[1,0]]}|not those of a Polygon",
        "{\"type\":\"Point\",\"coordinates\":[\"118\",36]}|not those of a Point",
        "{\"type\":\"Point\",\"coordinates\":[118]}|fewer than two",
        "{\"type\":\"Point\"}|no coordinates",
        "{\"type\":\"Circle\",\"coordinates\":[1,2]}|Circle",
        "{\"type\":\"LineString\",\"coordinates\":[[1,2]]}|one position",
        "{\"type\":\"LineString\",\"coordinates\":[[1,2],null]}|not those of a LineString"
      })
  void whatIsNoGeometryIsAProblemOfItsRow(String json, String reason) throws IOException {
    assertThat(problem(json)).contains(reason);
  }

  @Test
  void theSystemIsWgs84UnlessTheFileNamesAnother() throws IOException {
    assertThat(Reading.header(features()).crs()).contains("EPSG:4326");
    String crs =
        "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":{\"type\":\"name\","
            + "\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}}}";
    assertThat(Reading.header(file(crs)).crs()).contains("EPSG:4490");
    assertThat(Reading.header(file(crs.replace("urn:ogc:def:crs:EPSG::4490", "local"))).crs())
        .isEmpty();
    assertThat(Reading.header(file(crs), "crs", "EPSG:4548").crs()).contains("EPSG:4548");
  }

  @Test
  void aSingleFeatureAndABareGeometryAreOneRow() throws IOException {
    List<SourceRow> one =
        Reading.rows(file(feature("{\"type\":\"Point\",\"coordinates\":[1,2]}", "{\"n\":1}")));
    assertThat(one).hasSize(1);
    assertThat(Reading.wkt(one.get(0))).isEqualTo("POINT (1 2)");
    List<SourceRow> bare = Reading.rows(file("{\"type\":\"Point\",\"coordinates\":[1,2]}"));
    assertThat(bare).hasSize(1);
    assertThat(Reading.wkt(bare.get(0))).isEqualTo("POINT (1 2)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "UTF-16LE"})
  void theCharsetIsFound(String charset) throws IOException {
    String text =
        "\uFEFF{\"type\":\"FeatureCollection\",\"features\":["
            + feature("null", "{\"名称\":\"桓台县\"}")
            + "]}";
    Path file = folder.resolve("t.json");
    String marked = charset.equals("GBK") ? text.substring(1) : text;
    Files.write(file, marked.getBytes(Charset.forName(charset)));
    assertThat(Reading.rows(file).get(0).attributes()).containsExactly(entry("名称", "桓台县"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"FeatureCollection\",\"features\":[|not valid JSON",
        "{\"type\":\"FeatureCollection\",\"features\":[{}{}]}|line 1",
        "{\"name\":\"x\"}|not one GeoJSON object",
        "[1,2]|not one GeoJSON object",
        "{\"type\":\"Feature\"}{\"type\":\"Feature\"}|not one GeoJSON object"
      })
  void whatIsNoGeoJsonIsRefused(String text, String reason) throws IOException {
    assertThat(Reading.refusal(file(text))).contains("t.geojson", reason);
  }

  @Test
  void deepNestingIsRefusedNotFollowed() throws IOException {
    String deep = "[".repeat(100_000);
    Path file = features(feature("{\"type\":\"Point\",\"coordinates\":" + deep, "{}"));
    assertThat(Reading.refusal(file)).contains("t.geojson");
    assertThat(Files.size(file)).isGreaterThan(deep.getBytes(StandardCharsets.UTF_8).length);
  }
}
