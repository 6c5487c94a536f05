package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Area of flood and subsidence by level in a county: where polygons overlap, the highest level
 * counts, once. Levels follow version 2 of the method {@code flood}, 1 of {@code subsidence} and 2
 * of {@code levels}, written out here a second time on purpose. Plain overlay in the equal-area
 * plane.
 */
final class HazardAreas implements ResultTable {

  private static final double[] DEPTH_BREAKS = {0.5, 1, 2, 3};
  private static final double[] PRODUCT_BREAKS = {0.3, 0.6, 1, 4};
  private static final double[] DAY_BREAKS = {1, 3, 7, 15};
  private static final int[] PERIODS = {5, 10, 20, 50, 100};
  private static final double[][] FLOOD_INDEX = {
    {0.45, 0.35, 0.25, 0.15, 0.10},
    {0.60, 0.50, 0.40, 0.30, 0.20},
    {0.75, 0.65, 0.55, 0.45, 0.35},
    {0.90, 0.80, 0.70, 0.60, 0.50},
    {1.00, 0.90, 0.80, 0.75, 0.65}
  };

  /** Polygons of one hazard in one county and year, by level 1–4. */
  private record Levels(List<List<Geometry>> polygons) {
    static Levels none() {
      List<List<Geometry>> levels = new ArrayList<>();
      for (int level = 0; level <= 4; level++) {
        levels.add(new ArrayList<>());
      }
      return new Levels(levels);
    }
  }

  private final Map<String, Levels> hazards = new TreeMap<>();

  /** Lines without their key, by polygons: years that share a file share the work. */
  private final Map<Levels, List<String>> areas = new HashMap<>();

  @Override
  public String file() {
    return "hazard_area.csv";
  }

  @Override
  public String header() {
    return "census_year,county_code,hazard,hazard_level,area_m2,feature_area_m2";
  }

  @Override
  public void accept(int censusYear, County county, SourcePlan plan, FiledRow row) {
    boolean flood = plan.dataset().equals("flood_extent");
    if (flood || plan.dataset().equals("subsidence_zone")) {
      String key = "%d,%s,%s".formatted(censusYear, county.code(), flood ? "flood" : "subsidence");
      int level = flood ? floodLevel(row) : subsidenceLevel(row);
      Geometry plane = county.analysis().apply(row.shape());
      hazards.computeIfAbsent(key, k -> Levels.none()).polygons().get(level).add(plane);
    }
  }

  private static int floodLevel(FiledRow row) {
    int severity = above(row.number("depth_m"), DEPTH_BREAKS);
    if (row.has("velocity_ms")) {
      double velocity = row.number("velocity_ms");
      severity = Math.max(severity, velocity >= 4 ? 4 : velocity >= 2 ? 3 : 0);
      severity = Math.max(severity, above(row.number("depth_m") * velocity, PRODUCT_BREAKS));
    }
    if (row.has("duration_h")) {
      severity = Math.max(severity, above(row.number("duration_h") / 24, DAY_BREAKS));
    }
    int period = 0;
    while (row.number("return_period_a") > PERIODS[period]) {
      period++;
    }
    double index = FLOOD_INDEX[severity][period];
    return index < 0.25 ? 1 : index < 0.5 ? 2 : index < 0.75 ? 3 : 4;
  }

  private static int above(double value, double... breaks) {
    return (int) Arrays.stream(breaks).filter(from -> value >= from).count();
  }

  /** Strong from 30 mm/a or 800 mm in all, medium from 10 or 300, else weak, split at 5 or 100. */
  private static int subsidenceLevel(FiledRow row) {
    double rate = row.number("rate_mm_a");
    double total = row.number("cumulative_mm");
    if (rate >= 30 || total >= 800) {
      return 4;
    }
    return rate >= 10 || total >= 300 ? 3 : rate >= 5 || total >= 100 ? 2 : 1;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    hazards.forEach(
        (key, levels) ->
            areas
                .computeIfAbsent(levels, HazardAreas::areas)
                .forEach(line -> lines.add(key + "," + line)));
    return lines;
  }

  /** From the highest level down: what a level adds to the area covered so far. */
  private static List<String> areas(Levels levels) {
    List<String> lines = new ArrayList<>();
    List<Geometry> covered = new ArrayList<>();
    double above = 0;
    for (int level = 4; level >= 1; level--) {
      List<Geometry> features = levels.polygons().get(level);
      if (!features.isEmpty()) {
        covered.addAll(features);
        Geometry union = OverlayNGRobust.union(covered);
        double stated = features.stream().mapToDouble(Geometry::getArea).sum();
        lines.add(
            String.format(Locale.ROOT, "%d,%.1f,%.1f", level, union.getArea() - above, stated));
        above = union.getArea();
        covered = new ArrayList<>(List.of(union));
      }
    }
    return lines;
  }
}
