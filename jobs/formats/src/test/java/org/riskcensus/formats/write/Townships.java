package org.riskcensus.formats.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Two invented townships, one with nothing but its key, for the tests of the writers. */
final class Townships {

  static final List<LayerField> FIELDS =
      List.of(
          new LayerField("admin_code", "行政区划代码", FieldType.STRING),
          new LayerField("name", "名称", FieldType.STRING),
          new LayerField("level", "级别", FieldType.INTEGER),
          new LayerField("cell", "格网", FieldType.LONG),
          new LayerField("area_km2", "面积平方公里", FieldType.DOUBLE),
          new LayerField("checked", "已核", FieldType.BOOLEAN),
          new LayerField("survey_date", "调查日期", FieldType.DATE));

  static final LayerSchema LAYER = new LayerSchema("township", FIELDS, "MULTIPOLYGON", "EPSG:4490");

  static final LayerSchema TABLE = new LayerSchema("township", FIELDS, null, null);

  private static final List<Object> SUOZHEN =
      List.of(
          "370321101000", "索镇,\"街道\"", 3, 4_398_046_511_104L, 12.5, true, LocalDate.of(2025, 3, 9));

  private static final List<Object> EMPTY =
      Arrays.asList("370321102000", null, null, null, null, null, null);

  private Townships() {}

  static Path write(Path file, LayerSchema schema, WriteOptions options) throws IOException {
    try (LayerWriter writer = LayerWriters.create(file, schema, options)) {
      boolean spatial = schema.geometryType() != null;
      writer.write(SUOZHEN, spatial ? square(118.0, 37.0) : null);
      writer.write(EMPTY, null);
    }
    return file;
  }

  static Geometry square(double x, double y) {
    return wkt(
        "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
            .formatted(x, y, x + 0.5, y + 0.25));
  }

  static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
