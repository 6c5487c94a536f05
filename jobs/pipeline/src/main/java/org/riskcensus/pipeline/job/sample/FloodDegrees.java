package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What a county floods at all, and depth integrated over that area and the annual exceedance
 * probability, as version 2 of the method {@code flood} zones it: nothing below the 5-year flood,
 * constant beyond the 100-year one. The integral of an area is a sum over return periods, so no
 * place need be known by all its depths: plain unions, the deepest first.
 */
final class FloodDegrees implements ResultTable {

  /** Weight of a return period: half the probability to either neighbour, all beyond the last. */
  private static final Map<Integer, Double> WEIGHTS =
      Map.of(5, 0.05, 10, 0.075, 20, 0.04, 50, 0.02, 100, 0.015);

  /** Extents of one file by return period and depth. */
  private static final class Extents {
    private final Map<Integer, NavigableMap<Double, List<Geometry>>> byPeriod = new TreeMap<>();
    private final int firstYear;

    Extents(int firstYear) {
      this.firstYear = firstYear;
    }
  }

  private final Map<String, Extents> files = new TreeMap<>();

  /** The file of each year and county; years may share one. */
  private final Map<String, String> served = new TreeMap<>();

  @Override
  public String file() {
    return "flood_zone.csv";
  }

  @Override
  public String header() {
    return "census_year,county_code,area_m2,degree_m3";
  }

  @Override
  public void accept(int censusYear, County county, SourcePlan plan, FiledRow row) {
    if (!plan.dataset().equals("flood_extent")) {
      return;
    }
    served.put(censusYear + "," + county.code(), plan.file());
    Extents extents = files.computeIfAbsent(plan.file(), file -> new Extents(censusYear));
    if (censusYear == extents.firstYear) {
      extents
          .byPeriod
          .computeIfAbsent((int) row.number("return_period_a"), period -> new TreeMap<>())
          .computeIfAbsent(row.number("depth_m"), depth -> new ArrayList<>())
          .add(county.analysis().apply(row.shape()));
    }
  }

  @Override
  public List<String> lines() {
    Map<String, String> figures = new TreeMap<>();
    files.forEach((file, extents) -> figures.put(file, figures(extents)));
    return served.entrySet().stream()
        .map(year -> year.getKey() + "," + figures.get(year.getValue()))
        .toList();
  }

  private static String figures(Extents extents) {
    List<Geometry> floods = new ArrayList<>();
    double degrees = 0;
    for (var period : extents.byPeriod.entrySet()) {
      Geometry covered = Ground.FACTORY.createPolygon();
      double before = 0;
      for (var depth : period.getValue().descendingMap().entrySet()) {
        List<Geometry> deeper = new ArrayList<>(depth.getValue());
        deeper.add(covered);
        covered = OverlayNGRobust.union(deeper);
        double volume = depth.getKey() * (covered.getArea() - before);
        degrees += WEIGHTS.getOrDefault(period.getKey(), Double.NaN) * volume;
        before = covered.getArea();
      }
      floods.add(covered);
    }
    double area = OverlayNGRobust.union(floods).getArea();
    return String.format(Locale.ROOT, "%.1f,%.1f", area, degrees);
  }
}
