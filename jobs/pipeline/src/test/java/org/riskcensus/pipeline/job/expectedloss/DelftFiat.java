package org.riskcensus.pipeline.job.expectedloss;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.riskcensus.formats.write.GridWriter;

/**
 * The test case of Delft-FIAT (MIT licence) from its formulas: a depth grid of 10 × 10 cells of
 * 0.01° with 3.6 − 0.2 (row + column) metres and multiples of it for return periods, four assets,
 * two curves.
 */
public final class DelftFiat {

  /** Factor of the event's depth by return period in years. */
  public static final Map<String, Double> RETURN_PERIODS =
      new TreeMap<>(Map.of("2", 1.5, "5", 1.8, "10", 1.9, "25", 1.95));

  private static final List<String> RINGS =
      List.of(
          "[4.355,52.035],[4.365,52.035],[4.365,52.045],[4.355,52.045],[4.355,52.035]",
          "[4.395,52.005],[4.395,51.975],[4.415,51.975],[4.415,51.985],[4.405,51.985],"
              + "[4.405,52.005],[4.395,52.005]",
          "[4.365,51.9605],[4.375,51.9895],[4.385,51.9605],[4.365,51.9605]",
          "[4.4105,52.0295],[4.4395,52.0295],[4.435,52.0105],[4.415,52.0105],[4.4105,52.0295]");

  private DelftFiat() {}

  /** The depth of the event times {@code factor}, in {@code folder/NAME.tif}. */
  public static Path grid(Path folder, String name, double factor) throws IOException {
    double[][] rows = new double[10][10];
    for (int row = 0; row < 10; row++) {
      for (int column = 0; column < 10; column++) {
        rows[row][column] = (3.6 - 0.2 * (row + column)) * factor;
      }
    }
    Path file = folder.resolve(name + ".tif");
    GridWriter.write(file, rows, 4.35, 52.05, 0.01, "EPSG:4326", -9999);
    return file;
  }

  /** Assets 1 to 4 worth 1000 times their number. */
  public static Path assets(Path folder) throws IOException {
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 1; i <= RINGS.size(); i++) {
      json.append(i == 1 ? "" : ",")
          .append(
              """
              {"type":"Feature","properties":{"object_id":%d,"max_damage":%d,"structure":"%s"},
               "geometry":{"type":"Polygon","coordinates":[[%s]]}}"""
                  .formatted(i, 1000 * i, i % 2 == 1 ? "struct_1" : "struct_2", RINGS.get(i - 1)));
    }
    return Files.writeString(folder.resolve("assets.geojson"), json + "]}");
  }

  /** The two curves at every quarter of a metre to 5 m. */
  public static Path curves(Path folder) throws IOException {
    StringBuilder csv = new StringBuilder("\ufeffcurve,depth_m,damage_ratio\n");
    for (int base : new int[] {5, 3}) {
      for (double depth = 0; depth <= 5; depth += 0.25) {
        double ratio =
            depth == 0 ? 0 : Math.max(0, Math.min(Math.log(depth) / Math.log(base), 0.96));
        String name = base == 5 ? "struct_1" : "struct_2";
        csv.append(String.format(Locale.ROOT, "%s,%.2f,%.2f%n", name, depth, ratio));
      }
    }
    return Files.writeString(folder.resolve("curves.csv"), csv);
  }
}
