package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/**
 * Thousands of damaged files of each format: whatever is wrong, a reader gives rows, problems of
 * rows, or a refusal that names the file; never anything else, in bounded time and memory.
 */
class MutantFilesTest {

  private static final int FEW = 100;
  private static final int MANY = 10_000;
  private static final int MAX_ROWS = 20_000;
  private static final long MAX_SECONDS = 20;
  private static final long MAX_BYTES = 512L << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shp", "shx", "dbf", "zip", "gpkg", "geojson", "ndjson", "fgb", "parquet", "csv", "xlsx",
        "tif", "asc"
      })
  void aDamagedFileIsReadOrRefused(String format, TestReporter reporter) throws Exception {
    read(format, FEW, reporter);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "shp", "shx", "dbf", "zip", "gpkg", "geojson", "ndjson", "fgb", "parquet", "csv", "xlsx",
        "tif", "asc"
      })
  void tenThousandDamagedFilesAreReadOrRefused(String format, TestReporter reporter)
      throws Exception {
    read(format, MANY, reporter);
  }

  private void read(String format, int mutants, TestReporter reporter) throws Exception {
    Path file = original(format);
    Path opened = format.equals("shx") ? sibling(file, "shp") : file;
    assertThat(Reading.rows(opened)).isNotEmpty();
    byte[] whole = Files.readAllBytes(file);
    Map<String, Integer> outcomes = new TreeMap<>();
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      for (int seed = 0; seed < mutants; seed++) {
        Files.write(file, new Mutation(seed).of(whole));
        outcomes.merge(outcome(worker, opened, format + " mutant " + seed), 1, Integer::sum);
      }
    } finally {
      worker.shutdownNow();
    }
    reporter.publishEntry(format, outcomes.toString());
    assertThat(outcomes).containsKey("refused");
  }

  private static String outcome(ExecutorService worker, Path file, String name) throws Exception {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return worker
        .submit(
            () -> {
              long before = threads.getCurrentThreadAllocatedBytes();
              String outcome = outcome(file, name);
              assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                  .as(name + ": bytes allocated")
                  .isLessThan(MAX_BYTES);
              return outcome;
            })
        .get(MAX_SECONDS, TimeUnit.SECONDS);
  }

  private static String outcome(Path file, String name) {
    boolean problems = false;
    try (RowReader reader = RowReaders.open(SourceSpec.of(file.toString()))) {
      for (int i = 0; i < MAX_ROWS && reader.hasNext(); i++) {
        problems |= reader.next().problem() != null;
      }
      return problems ? "problems" : "read";
    } catch (UnreadableFileException e) {
      assertThat(e).as(name).hasMessageContaining(file.getFileName().toString());
      return "refused";
    } catch (UncheckedIOException e) {
      assertThat(e).as(name).hasCauseInstanceOf(UnreadableFileException.class);
      return "refused";
    } catch (IOException | RuntimeException | Error e) {
      throw new AssertionError(name + ": " + e, e);
    }
  }

  private static Path sibling(Path file, String extension) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.') + 1) + extension);
  }

  private Path original(String format) throws IOException {
    switch (format) {
      case "tif", "asc" -> {
        double[][] grid = new double[12][9];
        grid[3][4] = 2.5;
        Path file = folder.resolve("a." + format);
        if (format.equals("tif")) {
          GridWriter.write(file, grid, 500000, 4000000, 200, "EPSG:4546", -1);
          return file;
        }
        StringBuilder text =
            new StringBuilder("ncols 9\nnrows 12\nxllcorner 0\nyllcorner 0\ncellsize 5\n");
        for (double[] row : grid) {
          text.append(Arrays.toString(row).replaceAll("[\\[\\],]", "")).append('\n');
        }
        return Files.writeString(file, text);
      }
      case "shx", "dbf" -> {
        return sibling(layer("a.shp", "EPSG:4548"), format);
      }
      case "zip" -> {
        return zipped(layer("a.shp", "EPSG:4548"));
      }
      case "ndjson" -> {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
          lines.append(
              "{\"type\":\"Feature\",\"properties\":{\"n\":%d},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.%d,37]}}\n"
                  .formatted(i, i));
        }
        return Files.writeString(folder.resolve("a.ndjson"), lines);
      }
      default -> {
        boolean table = format.equals("xlsx") || format.equals("csv");
        return layer("a." + format, table ? null : "EPSG:4490");
      }
    }
  }

  private Path zipped(Path shp) throws IOException {
    Path file = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String extension : List.of("shp", "shx", "dbf", "prj")) {
        out.putNextEntry(new ZipEntry("a." + extension));
        out.write(Files.readAllBytes(sibling(shp, extension)));
        out.closeEntry();
      }
    }
    return file;
  }

  private Path layer(String name, String crs) throws IOException {
    List<LayerField> fields =
        List.of(
            new LayerField("name", "名称", FieldType.STRING),
            new LayerField("area", "面积", FieldType.DOUBLE),
            new LayerField("count", "数量", FieldType.INTEGER),
            new LayerField("day", "日期", FieldType.DATE));
    Path file = folder.resolve(name);
    LayerSchema schema = new LayerSchema("layer", fields, crs == null ? null : "POLYGON", crs);
    WriteOptions options = new WriteOptions(StandardCharsets.UTF_8, false, false);
    GeometryFactory shapes = new GeometryFactory();
    try (LayerWriter writer = LayerWriters.create(file, schema, options)) {
      for (int i = 0; i < 20; i++) {
        Geometry shape = shapes.toGeometry(new Envelope(118 + i, 118.5 + i, 37, 37.5));
        writer.write(
            List.of("索镇" + i, 12.5 * i, i, LocalDate.of(2025, 3, 9)), crs == null ? null : shape);
      }
    }
    return file;
  }
}
