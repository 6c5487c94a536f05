package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.GridWriter;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;

/** What the project writes it reads again. */
class ReadBackTest {

  private static final List<LayerField> FIELDS =
      List.of(
          new LayerField("name", "名称", FieldType.STRING),
          new LayerField("area", "面积", FieldType.DOUBLE),
          new LayerField("day", "日期", FieldType.DATE));

  @TempDir Path folder;

  private Path write(String name, String crs) throws IOException {
    Path file = folder.resolve(name);
    String type = crs == null ? null : "POLYGON";
    LayerSchema schema = new LayerSchema("layer", FIELDS, type, crs);
    WriteOptions options = new WriteOptions(Charset.forName("GB18030"), false, false);
    Geometry square =
        new GeometryFactory().toGeometry(new Envelope(500000, 500100, 4000000, 4000100));
    try (LayerWriter writer = LayerWriters.create(file, schema, options)) {
      writer.write(List.of("索镇,街道", 12.5, LocalDate.of(2025, 3, 9)), crs == null ? null : square);
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "a.shp, EPSG:4548",
    "a.gpkg, EPSG:4548",
    "b.shp, EPSG:4527",
    "c.csv,",
    "d.xlsx,",
    "e.fgb, EPSG:4548",
    "f.parquet, EPSG:4548",
    "g.parquet,"
  })
  void aFileWithItsTextsDatesAndSystem(String name, String crs) throws IOException {
    Path file = write(name, crs);
    List<SourceRow> rows = Reading.rows(file);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).problem()).isNull();
    assertThat(rows.get(0).attributes()).containsEntry("name", "索镇,街道");
    assertThat(rows.get(0).attributes()).containsEntry("day", "2025-03-09");
    assertThat(Double.parseDouble(rows.get(0).attributes().get("area"))).isEqualTo(12.5);
    if (crs != null) {
      assertThat(Reading.header(file).crs()).contains(crs);
      assertThat(rows.get(0).geometry().getArea()).isEqualTo(10000);
    }
  }

  @Test
  void aGridWithItsSystemAndNoData() throws IOException {
    Path file = folder.resolve("g.tif");
    double[][] grid = new double[300][7];
    grid[0][0] = -1;
    grid[299][6] = 2.5;
    GridWriter.write(file, grid, 500000, 4000000, 200, "EPSG:4546", -1);
    List<SourceRow> rows = Reading.rows(file);
    assertThat(rows).hasSize(300 * 7 - 1);
    assertThat(rows.get(rows.size() - 1).attributes()).containsEntry("value", "2.5");
    assertThat(rows.get(rows.size() - 1).rowNumber()).isEqualTo(2100);
    assertThat(Reading.header(file).crs()).contains("EPSG:4546");
  }
}
