package org.riskcensus.formats.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerWritersTest {

  private static final WriteOptions GBK = new WriteOptions(Charset.forName("GBK"), false, false);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "shp", "geojson", "csv", "xlsx", "parquet", "fgb"})
  void equalRowsGiveEqualBytes(String extension) throws IOException {
    Path first = Townships.write(folder.resolve("a/x." + extension), Townships.LAYER, GBK);
    Path second = Townships.write(folder.resolve("b/x." + extension), Townships.LAYER, GBK);

    for (Path part : list(first.getParent())) {
      assertThat(second.resolveSibling(part.getFileName())).hasSameBinaryContentAs(part);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "shp", "geojson", "csv", "xlsx", "parquet", "fgb"})
  void aFileAppearsOnlyWhenItIsClosed(String extension) throws IOException {
    Path file = folder.resolve("x." + extension);
    LayerWriter writer = LayerWriters.create(file, Townships.LAYER, WriteOptions.DEFAULT);
    assertThat(file).doesNotExist();
    writer.close();

    assertThat(file).exists();
    assertThat(list(folder)).allMatch(Files::isRegularFile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "shp", "geojson", "csv", "xlsx", "parquet", "fgb"})
  void anAbandonedFileLeavesTheOlderOneAsItWas(String extension) throws IOException {
    Path file = folder.resolve("x." + extension);
    Files.writeString(file, "older");
    try (LayerWriter writer = LayerWriters.create(file, Townships.LAYER, WriteOptions.DEFAULT)) {
      writer.abandon();
    }

    assertThat(file).hasContent("older");
    assertThat(list(folder)).containsExactly(file);
  }

  @Test
  void aRowThatCannotBeWrittenLeavesNoFile() throws IOException {
    Path file = folder.resolve("x.csv");
    LayerSchema schema =
        new LayerSchema("t", List.of(new LayerField("n", "数", FieldType.INTEGER)), null, null);
    try (LayerWriter writer = LayerWriters.create(file, schema, WriteOptions.DEFAULT)) {
      assertThatThrownBy(() -> writer.write(List.of(1.5), null))
          .isInstanceOf(UnwritableLayerException.class)
          .hasMessageContaining("row 1")
          .hasMessageContaining("n = 1.5");
    }

    assertThat(list(folder)).isEmpty();
  }

  @Test
  void anUnknownExtensionIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(
            () ->
                LayerWriters.create(folder.resolve("x.doc"), Townships.LAYER, WriteOptions.DEFAULT))
        .isInstanceOf(UnwritableLayerException.class)
        .hasMessageContaining(".gpkg .shp .geojson .csv .xlsx .parquet .fgb");
  }

  @Test
  void aPointInALayerOfPolygonsIsRefused() throws IOException {
    try (LayerWriter writer =
        LayerWriters.create(
            folder.resolve("x.gpkg"),
            new LayerSchema("t", List.of(), "POLYGON", "EPSG:4490"),
            WriteOptions.DEFAULT)) {
      assertThatThrownBy(() -> writer.write(List.of(), Townships.wkt("POINT(118 37)")))
          .hasMessageContaining("a Point in a layer of POLYGON");
    }
  }

  @Test
  void csvForPeopleHasLabelsAByteOrderMarkAndGuardedFormulas() throws IOException {
    LayerSchema schema =
        new LayerSchema("t", List.of(new LayerField("a", "备注", FieldType.STRING)), null, null);
    Path file = folder.resolve("x.csv");
    WriteOptions people = new WriteOptions(StandardCharsets.UTF_8, true, false);
    try (LayerWriter writer = LayerWriters.create(file, schema, people)) {
      writer.write(List.of("=HYPERLINK(1)"), null);
      writer.write(List.of("-5.25"), null);
    }

    assertThat(Files.readString(file)).isEqualTo("\ufeff备注\r\n'=HYPERLINK(1)\r\n-5.25\r\n");
  }

  @Test
  void csvForProgramsKeepsTextAsItIs() throws IOException {
    Path file = Townships.write(folder.resolve("x.csv"), Townships.TABLE, GBK);

    assertThat(Files.readString(file, Charset.forName("GBK")))
        .isEqualTo(
            "admin_code,name,level,cell,area_km2,checked,survey_date\r\n"
                + "370321101000,\"索镇,\"\"街道\"\"\",3,4398046511104,12.5,true,2025-03-09\r\n"
                + "370321102000,,,,,,\r\n");
  }

  @Test
  void aCharacterTheCharsetLacksIsAnError() throws IOException {
    LayerSchema schema =
        new LayerSchema("t", List.of(new LayerField("a", "名", FieldType.STRING)), null, null);
    WriteOptions latin = new WriteOptions(StandardCharsets.ISO_8859_1, false, false);
    Path shp = folder.resolve("x.shp");
    try (LayerWriter writer = LayerWriters.create(shp, schema, latin)) {
      assertThatThrownBy(() -> writer.write(List.of("镇"), null))
          .hasMessageContaining("characters that ISO-8859-1 lacks");
    }
  }

  @Test
  void pointsInCsvBecomeLongitudeAndLatitude() throws IOException {
    Path file = folder.resolve("x.csv");
    LayerSchema schema = new LayerSchema("t", List.of(), "POINT", "EPSG:4490");
    try (LayerWriter writer = LayerWriters.create(file, schema, WriteOptions.DEFAULT)) {
      writer.write(List.of(), Townships.wkt("POINT(118.25 37)"));
    }

    assertThat(Files.readString(file)).isEqualTo("lon,lat\r\n118.25,37\r\n");
  }

  @Test
  void shapefileNamesThatBecomeOneInTenBytesAreRefused() {
    LayerSchema schema =
        new LayerSchema(
            "t",
            List.of(
                new LayerField("threatened_persons", "威胁人数", FieldType.INTEGER),
                new LayerField("threatened_households", "威胁户数", FieldType.INTEGER)),
            "POINT",
            "EPSG:4490");

    assertThatThrownBy(
            () -> LayerWriters.create(folder.resolve("x.shp"), schema, WriteOptions.DEFAULT))
        .hasMessageContaining("threatened_persons and threatened_households (both threatened)");
  }

  @Test
  void appendingAddsALayerAndKeepsTheFirst() throws IOException {
    Path file = Townships.write(folder.resolve("x.gpkg"), Townships.LAYER, WriteOptions.DEFAULT);
    LayerSchema second = new LayerSchema("village", Townships.FIELDS, null, null);
    WriteOptions append = new WriteOptions(StandardCharsets.UTF_8, false, true);
    Townships.write(file, second, append);

    assertThatThrownBy(() -> Townships.write(file, second, append))
        .hasMessageContaining("layer village exists already");
    assertThat(SqliteRows.of(file, "SELECT table_name, data_type FROM gpkg_contents ORDER BY 1"))
        .containsExactly("township|features", "village|attributes");
    assertThat(SqliteRows.of(file, "SELECT count(*) FROM township")).containsExactly("2");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
