package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Hazard points and area by class of each susceptibility factor, and the information value {@code
 * ln[(points/N)/(area/S)]}, by version 1 of the method {@code susceptibility}: each point is sought
 * in each polygon of the map, areas are those of the polygons in the equal-area plane.
 */
final class InformationValues implements ResultTable {

  private static final double EMPTY_POINTS = 0.5;
  private static final Map<String, String> CODES =
      Map.of("坡度", "slope", "工程岩组", "lithology", "距水系距离", "river_distance");
  private static final Map<String, List<Integer>> BREAKS =
      Map.of("坡度", List.of(8, 15, 25, 35, 45), "距水系距离", List.of(200, 500, 1000, 2000));

  /** Polygons of a class of a factor, and their area. */
  private static final class MappedClass {
    private final List<IndexedPointInAreaLocator> polygons = new ArrayList<>();
    private double area;

    long count(List<Coordinate> points) {
      return points.stream()
          .filter(p -> polygons.stream().anyMatch(one -> one.locate(p) == Location.INTERIOR))
          .count();
    }
  }

  /** Points, and classes by factor, of a census year and county. */
  private static final class Survey {
    private final List<Coordinate> points = new ArrayList<>();
    private final Map<String, Map<String, MappedClass>> factors = new TreeMap<>();
  }

  private final Map<String, Survey> surveys = new TreeMap<>();

  @Override
  public String file() {
    return "information_value.csv";
  }

  @Override
  public String header() {
    return "census_year,county_code,factor,factor_class,points,area_m2,information_value";
  }

  @Override
  public void accept(int censusYear, County county, SourcePlan plan, FiledRow row) {
    Survey survey = surveys.computeIfAbsent(censusYear + "," + county.code(), k -> new Survey());
    if (plan.dataset().equals("geohazard_point")) {
      survey.points.add(row.shape().getCoordinate());
    } else if (plan.dataset().equals("geo_factor")) {
      Geometry shape = row.shape();
      MappedClass mapped =
          survey
              .factors
              .computeIfAbsent(CODES.getOrDefault(row.text("factor"), "?"), f -> new TreeMap<>())
              .computeIfAbsent(className(row), c -> new MappedClass());
      mapped.polygons.add(new IndexedPointInAreaLocator(shape));
      mapped.area += county.squareMetres(shape);
    }
  }

  private static String className(FiledRow row) {
    if (row.has("factor_class")) {
      return row.text("factor_class");
    }
    List<Integer> breaks = BREAKS.getOrDefault(row.text("factor"), List.of());
    int at = (int) breaks.stream().filter(b -> row.number("value") >= b).count();
    if (at == 0) {
      return "<" + breaks.get(0);
    }
    String from = String.valueOf(breaks.get(at - 1));
    return at == breaks.size() ? "≥" + from : from + "–" + breaks.get(at);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    surveys.forEach(
        (key, survey) ->
            survey.factors.forEach(
                (factor, classes) ->
                    values(classes, survey.points)
                        .forEach(line -> lines.add(key + "," + factor + "," + line))));
    return lines;
  }

  private static List<String> values(Map<String, MappedClass> classes, List<Coordinate> points) {
    Map<String, Long> counts = new HashMap<>();
    classes.forEach((name, mapped) -> counts.put(name, mapped.count(points)));
    double n = counts.values().stream().mapToLong(Long::longValue).sum();
    double s = classes.values().stream().mapToDouble(mapped -> mapped.area).sum();
    List<String> lines = new ArrayList<>();
    classes.forEach(
        (name, mapped) -> {
          long count = counts.getOrDefault(name, 0L);
          double share = (count == 0 ? EMPTY_POINTS : count) / n;
          double value = StrictMath.log(share / (mapped.area / s));
          lines.add(String.format(Locale.ROOT, "%s,%d,%.1f,%.8f", name, count, mapped.area, value));
        });
    return lines;
  }
}
