package org.riskcensus.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.GridWriter;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;

/**
 * Files of buildings of any number, by format: squares of about 9 m on a lattice in one county,
 * none near another of its kind, so that the files ingest without findings; places in CSV and XLSX
 * as longitude and latitude; in a raster a cell each.
 */
final class BenchBuildings {

  private static final int COLUMNS = 4000;
  private static final double STEP_DEGREES = 2e-4;
  private static final double WEST = 118;
  private static final double SOUTH = 36.5;
  private static final WriteOptions OPTIONS =
      new WriteOptions(StandardCharsets.UTF_8, false, false);

  private static final List<LayerField> FIELDS =
      List.of(
          new LayerField("object_id", "编号", FieldType.STRING),
          new LayerField("admin_code", "行政区划代码", FieldType.STRING),
          new LayerField("structure", "结构", FieldType.STRING),
          new LayerField("floors", "层数", FieldType.INTEGER),
          new LayerField("floor_area_m2", "建筑面积", FieldType.DOUBLE),
          new LayerField("use", "用途", FieldType.STRING),
          new LayerField("value_wan", "价值万元", FieldType.DOUBLE));

  private BenchBuildings() {}

  static void write(Path file, int rows) throws IOException {
    String name = file.toString();
    if (name.endsWith(".tif")) {
      GridWriter.write(file, grid(rows), 500_000, 4_100_000, 30, "EPSG:4548", -1);
    } else if (name.endsWith(".asc")) {
      ascii(file, rows);
    } else if (name.endsWith(".geojsonl")) {
      lines(file, rows);
    } else {
      layer(file, rows, name.endsWith(".csv") || name.endsWith(".xlsx"));
    }
  }

  private static void layer(Path file, int rows, boolean table) throws IOException {
    List<LayerField> fields = new ArrayList<>(FIELDS);
    if (table) {
      fields.add(new LayerField("lon", "经度", FieldType.DOUBLE));
      fields.add(new LayerField("lat", "纬度", FieldType.DOUBLE));
    }
    LayerSchema schema =
        new LayerSchema("building", fields, table ? null : "POLYGON", table ? null : "EPSG:4490");
    GeometryFactory shapes = new GeometryFactory();
    try (LayerWriter writer = LayerWriters.create(file, schema, OPTIONS)) {
      for (int i = 0; i < rows; i++) {
        List<Object> values = new ArrayList<>(values(i));
        if (table) {
          values.add(x(i));
          values.add(y(i));
        }
        writer.write(values, table ? null : square(shapes, i));
      }
    }
  }

  /** A sequence of GeoJSON features, which the project reads and does not write. */
  private static void lines(Path file, int rows) throws IOException {
    GeometryFactory shapes = new GeometryFactory();
    GeoJsonWriter geometry = new GeoJsonWriter();
    geometry.setEncodeCRS(false);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < rows; i++) {
        List<String> members = new ArrayList<>();
        List<Object> values = values(i);
        for (int field = 0; field < values.size(); field++) {
          Object value = values.get(field);
          members.add(
              "\"%s\":%s"
                  .formatted(
                      FIELDS.get(field).name(),
                      value instanceof String ? "\"" + value + "\"" : value));
        }
        out.write("{\"type\":\"Feature\",\"properties\":{" + String.join(",", members));
        out.write("},\"geometry\":" + geometry.write(square(shapes, i)) + "}\n");
      }
    }
  }

  private static List<Object> values(int i) {
    return List.of("B-" + i, "370321000000", "砖混", 1 + i % 6, 80.5 + i % 400, "住宅", 10.25 + i % 90);
  }

  private static double x(int i) {
    return WEST + i % COLUMNS * STEP_DEGREES;
  }

  private static double y(int i) {
    int row = i / COLUMNS;
    return SOUTH + row * STEP_DEGREES;
  }

  private static Geometry square(GeometryFactory shapes, int i) {
    return shapes.toGeometry(new Envelope(x(i), x(i) + 1e-4, y(i), y(i) + 1e-4));
  }

  private static double[][] grid(int cells) {
    int columns = 1000;
    double[][] grid = new double[cells / columns][columns];
    for (int i = 0; i < cells; i++) {
      grid[i / columns][i % columns] = value(i);
    }
    return grid;
  }

  /** Hardly two cells alike: many equal ones would be found to be copies. */
  private static double value(int i) {
    return i * 7919L % 1_000_003 / 1000.0;
  }

  private static void ascii(Path file, int cells) throws IOException {
    double[][] grid = grid(cells);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("ncols " + grid[0].length + "\nnrows " + grid.length + "\n");
      out.write("xllcorner 500000\nyllcorner 4000000\ncellsize 30\nNODATA_value -1\n");
      for (double[] row : grid) {
        for (double cell : row) {
          out.write(cell + " ");
        }
        out.newLine();
      }
    }
  }
}
