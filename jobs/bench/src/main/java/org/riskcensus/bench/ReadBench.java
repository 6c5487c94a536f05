package org.riskcensus.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceSpec;

/**
 * Rows a second that each reader gives, one thread, all attributes and the geometry of buildings:
 * {@code ReadBench DIR [rows [format…]]}. Makes the files with {@link BenchBuildings} where they
 * are not there yet. The best of three runs counts, by processor time, which other work on the
 * machine changes least. Run it on a small heap: readers stream, so that rows do not show in it.
 */
public final class ReadBench {

  private static final List<String> FORMATS =
      List.of("shp", "gpkg", "geojson", "geojsonl", "fgb", "parquet", "csv", "xlsx", "tif", "asc");
  private static final int RUNS = 3;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private ReadBench() {}

  /** Runs the bench. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    int rows = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
    List<String> formats = args.length > 2 ? Arrays.asList(args).subList(2, args.length) : FORMATS;
    for (String format : formats) {
      Path file = directory.resolve("buildings-" + rows + "." + format);
      if (!Files.exists(file)) {
        BenchBuildings.write(file, rows);
      }
      double wall = Double.MAX_VALUE;
      double cpu = Double.MAX_VALUE;
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        long used = PROCESS.getProcessCpuTime();
        long read = read(file);
        if (read != rows) {
          throw new IllegalStateException(file + ": " + read + " rows of " + rows);
        }
        cpu = Math.min(cpu, (PROCESS.getProcessCpuTime() - used) / 1e9);
        wall = Math.min(wall, (System.nanoTime() - start) / 1e9);
      }
      System.out.printf(
          Locale.ROOT,
          "%-8s %,11.0f rows/s %,11.0f rows/CPU s %,8.0f MB%n",
          format,
          rows / wall,
          rows / cpu,
          Files.size(file) / 1e6);
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
}
