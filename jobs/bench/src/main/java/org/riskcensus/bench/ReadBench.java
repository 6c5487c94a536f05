package org.riskcensus.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;

/**
 * Rows a second that each reader gives, one thread, all attributes and the geometry of buildings
 * (squares): {@code ReadBench DIR [rows]}. Makes the files with the project's writers where they
 * are not there yet.
 */
public final class ReadBench {

  private static final List<String> FORMATS =
      List.of("shp", "gpkg", "geojson", "fgb", "parquet", "csv", "xlsx");
  private static final int RUNS = 3;

  private ReadBench() {}

  /** Runs the bench. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    int rows = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
    for (String format : FORMATS) {
      Path file = directory.resolve("buildings-" + rows + "." + format);
      if (!Files.exists(file)) {
        write(file, rows);
      }
      double best = 0;
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        long read = read(file);
        if (read != rows) {
          throw new IllegalStateException(file + ": " + read + " rows of " + rows);
        }
        best = Math.max(best, rows / ((System.nanoTime() - start) / 1e9));
      }
      System.out.printf(
          Locale.ROOT, "%-8s %,12d rows/s %,12d bytes%n", format, (long) best, Files.size(file));
    }
  }

  private static long read(Path file) throws IOException {
    try (RowReader reader = RowReaders.open(SourceSpec.of(file.toString()))) {
      long rows = 0;
      while (reader.hasNext()) {
        rows += reader.next().problem() == null ? 1 : 0;
      }
      return rows;
    }
  }

  private static void write(Path file, int rows) throws IOException {
    List<LayerField> fields =
        List.of(
            new LayerField("object_id", "编号", FieldType.STRING),
            new LayerField("admin_code", "行政区划代码", FieldType.STRING),
            new LayerField("structure", "结构", FieldType.STRING),
            new LayerField("floors", "层数", FieldType.INTEGER),
            new LayerField("floor_area_m2", "建筑面积", FieldType.DOUBLE),
            new LayerField("use", "用途", FieldType.STRING),
            new LayerField("value_wan", "价值万元", FieldType.DOUBLE));
    boolean table = file.toString().matches(".*[.](csv|xlsx)");
    LayerSchema schema =
        new LayerSchema("building", fields, table ? null : "POLYGON", table ? null : "EPSG:4490");
    GeometryFactory shapes = new GeometryFactory();
    try (LayerWriter writer =
        LayerWriters.create(file, schema, new WriteOptions(StandardCharsets.UTF_8, false, false))) {
      for (int i = 0; i < rows; i++) {
        writer.write(values(i), table ? null : square(shapes, i));
      }
    }
  }

  private static List<Object> values(int i) {
    return List.of("B-" + i, "370321101201", "砖混", 1 + i % 6, 80.5 + i % 400, "住宅", 10.25 + i % 90);
  }

  private static @Nullable Geometry square(GeometryFactory shapes, int i) {
    double x = 118 + (i % 1000) * 2e-4;
    double y = 36.9 + (i / 1000) % 1000 * 2e-4;
    return shapes.toGeometry(new Envelope(x, x + 1e-4, y, y + 1e-4));
  }
}
