package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;

class DeclaredTypesTest {

  private static final List<Object> VALUES =
      List.of("001", 7, 9_007_199_254_740_993L, 0.1, true, LocalDate.of(2020, 12, 31));

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "shp", "fgb", "parquet", "geojson"})
  void valuesComeBackAsTheyWereWritten(String extension) throws IOException {
    Path file = directory.resolve("layer." + extension);
    write(file);
    try (RowReader reader = RowReaders.open(SourceSpec.of(file.toString()))) {
      SourceRow row = reader.next();
      for (FieldType type : FieldType.values()) {
        String name = name(type);
        FieldType declared = reader.types().getOrDefault(name, FieldType.STRING);
        Object value = FieldText.parse(declared, row.attributes().get(name)).orElseThrow();
        Object expected = VALUES.get(List.of(FieldType.values()).indexOf(type));
        if (declared == type) {
          assertThat(value).as(name).isEqualTo(expected);
        } else {
          assertThat(value.toString()).as(name).startsWith(expected.toString());
        }
      }
      assertThat(reader.types().get("i_double")).isEqualTo(FieldType.DOUBLE);
      assertThat(reader.types().get("i_boolean")).isEqualTo(FieldType.BOOLEAN);
      assertThat(reader.types()).doesNotContainKey("i_string");
      assertThat(reader.types().get("i_long")).isEqualTo(FieldType.LONG);
    }
  }

  @Test
  void textFilesDeclareNothing() throws IOException {
    Path file = directory.resolve("layer.csv");
    write(file);
    assertThat(SourceHeader.of(SourceSpec.of(file.toString())).types()).isEmpty();
  }

  @Test
  void propertiesOfSeveralKindsAreText() throws IOException {
    Path file = directory.resolve("mixed.geojson");
    Files.writeString(
        file,
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":1,"geometry":null,"properties":
          {"a":1,"b":1,"c":true,"d":null,"e":"1","f":123456789012345678901,"g":1234567890123456789}},
        {"type":"Feature","id":2,"geometry":null,"properties":
          {"a":2.5,"b":"x","c":false,"d":null,"e":2,"f":1,"g":0.5}}]}
        """);
    assertThat(SourceHeader.of(SourceSpec.of(file.toString())).types())
        .isEqualTo(Map.of("id", FieldType.LONG, "a", FieldType.DOUBLE, "c", FieldType.BOOLEAN));
  }

  @Test
  void textThatIsNoValueOfItsTypeIsNoValue() {
    assertThat(FieldText.parse(FieldType.INTEGER, " 0012 ")).contains(12);
    assertThat(FieldText.parse(FieldType.INTEGER, "12.5")).isEmpty();
    assertThat(FieldText.parse(FieldType.INTEGER, "3000000000")).isEmpty();
    assertThat(FieldText.parse(FieldType.LONG, "3e9")).contains(3_000_000_000L);
    assertThat(FieldText.parse(FieldType.DOUBLE, "1e999")).isEmpty();
    assertThat(FieldText.parse(FieldType.DOUBLE, "NaN")).isEmpty();
    assertThat(FieldText.parse(FieldType.BOOLEAN, "maybe")).isEmpty();
    assertThat(FieldText.parse(FieldType.DATE, "2021-02-29")).isEmpty();
  }

  private static String name(FieldType type) {
    return "i_" + type.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static void write(Path file) throws IOException {
    List<LayerField> fields =
        Arrays.stream(FieldType.values())
            .map(type -> new LayerField(name(type), name(type), type))
            .toList();
    LayerSchema schema = new LayerSchema("layer", fields, "POINT", "EPSG:4490");
    try (LayerWriter writer = LayerWriters.create(file, schema, WriteOptions.DEFAULT)) {
      writer.write(
          new ArrayList<>(VALUES), new GeometryFactory().createPoint(new Coordinate(118, 36)));
    }
  }
}
