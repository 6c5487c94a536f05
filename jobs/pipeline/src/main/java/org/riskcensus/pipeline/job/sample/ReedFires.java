package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * Fire index of the belt around each reed bed, which has no ignition source of its own: 0.6 of the
 * index away from all sources. Weights, ranges and formulas follow version 3 of the method {@code
 * reed_fire}, written out here a second time on purpose; distances are in the equal-area plane.
 */
final class ReedFires implements ResultTable {

  private static final double BELT = 0.6;
  private static final double BEYOND = 0.1;
  private static final double REACH_M = 200;
  private static final int SIDES_OF_A_QUARTER = 32;
  private static final int WINTER_MONTHS = 6;

  /** What was filed of a county in a year. */
  private static final class Filed {
    private final Map<String, FiledRow> beds = new TreeMap<>();
    private final Map<String, Geometry> shapes = new TreeMap<>();
    private final List<Geometry> roads = new ArrayList<>();
    private final List<Geometry> stations = new ArrayList<>();
  }

  private final Map<Integer, Map<String, Filed>> years = new TreeMap<>();

  @Override
  public String file() {
    return "reed_fire.csv";
  }

  @Override
  public String header() {
    return "census_year,object_id,belt_index";
  }

  @Override
  public void accept(int censusYear, County county, SourcePlan plan, FiledRow row) {
    Filed filed =
        years
            .computeIfAbsent(censusYear, year -> new TreeMap<>())
            .computeIfAbsent(county.code(), code -> new Filed());
    switch (plan.dataset()) {
      case "reed_wetland" -> {
        filed.beds.put(row.text("object_id"), row);
        filed.shapes.put(row.text("object_id"), county.analysis().apply(row.shape()));
      }
      case "road" -> {
        if (!row.text("grade").equals("高速")) {
          filed.roads.add(county.analysis().apply(row.shape()));
        }
      }
      case "rescue_team" -> {
        if (row.text("kind").equals("消防")) {
          filed.stations.add(county.analysis().apply(row.shape()));
        }
      }
      default -> {}
    }
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    years.forEach(
        (year, counties) ->
            counties.forEach(
                (code, filed) ->
                    filed.beds.forEach(
                        (id, bed) ->
                            lines.add(
                                String.format(
                                    Locale.ROOT, "%d,%s,%.7f", year, id, beltIndex(id, filed))))));
    return lines;
  }

  private static double beltIndex(String id, Filed filed) {
    FiledRow bed = java.util.Objects.requireNonNull(filed.beds.get(id));
    Geometry shape = java.util.Objects.requireNonNull(filed.shapes.get(id));
    double sum = 0.24 * BEYOND;
    double weights = 0.24;
    boolean winter = bed.text("dry_season").equals("11月至次年4月");
    double fuel = between(bed.number("fuel_load_t_ha"), 2, 20);
    if (winter && bed.find("harvest_date") instanceof LocalDate cut) {
      double standing = standing(cut);
      fuel *= standing + 0.2 * (1 - standing);
    }
    sum += 0.22 * fuel + 0.14 * (1 - between(bed.number("moisture_pct"), 10, 60));
    sum += 0.06 * (1 - bed.number("open_water_pct") / 100);
    sum += 0.08 * between(bed.number("fires_10a"), 0, 5);
    weights += 0.22 + 0.14 + 0.06 + 0.08;
    if (winter) {
      sum += 0.10 * WINTER_MONTHS / 8;
      weights += 0.10;
    }
    if (bed.has("fire_break_m")) {
      sum += 0.06 * (1 - between(bed.number("fire_break_m") / (shape.getArea() / 1e4), 0, 40));
      weights += 0.06;
    }
    sum += 0.06 * beyondRoads(shape, filed.roads) + 0.04 * nearestStation(shape, filed.stations);
    weights += 0.06 + 0.04;
    return BELT * sum / weights;
  }

  /** Share of November to April before the cut; what is cut from July to October is gone. */
  private static double standing(LocalDate cut) {
    int month = (cut.getMonthValue() + 1) % 12;
    double since = month + (cut.getDayOfMonth() - 1.0) / cut.lengthOfMonth();
    return since < WINTER_MONTHS ? since / WINTER_MONTHS : since > 8 ? 0 : 1;
  }

  private static double beyondRoads(Geometry bed, List<Geometry> roads) {
    Geometry rest = bed;
    for (Geometry road : roads) {
      if (road.distance(bed) < REACH_M) {
        rest = rest.difference(road.buffer(REACH_M, SIDES_OF_A_QUARTER));
      }
    }
    return rest.getArea() / bed.getArea();
  }

  private static double nearestStation(Geometry bed, List<Geometry> stations) {
    double least = stations.stream().mapToDouble(bed::distance).min().orElseThrow();
    return between(least, 2000, 15_000);
  }

  private static double between(double value, double min, double max) {
    return Math.max(0, Math.min(1, (value - min) / (max - min)));
  }
}
