package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plan targets that plain arithmetic decides: ratios per year from the accepted annual figures and
 * the yearbook, their mean over the years of the plan, and sums of shelters and depots. Targets are
 * those of the counties' plans, written out here a second time on purpose.
 */
final class KpiTable implements ResultTable {

  private static final int FIRST_YEAR = 2021;
  private static final List<String> PLAIN_TARGETS =
      List.of(
          "loss_gdp_pct <= 1 2025",
          "loss_gdp_pct <= 1 2022",
          "death_rate_per_million <= 0.5 2025",
          "affected_per_100k <= 15000 2025",
          "forest_damage_permille <= 0.45 2025",
          "shelter_m2_per_urban >= 2.5 2025",
          "information_coverage_pct >= 92 2025",
          "reserve_persons >= 5000 2025");
  private static final List<String> MOUNTAIN_TARGETS =
      List.of(
          "loss_gdp_pct <= 1 2025",
          "death_rate_per_million <= 1 2025",
          "affected_per_100k <= 15000 2025",
          "forest_damage_permille <= 0.3 2025",
          "shelter_area_ha > 10 2025",
          "shelter_capacity > 50000 2025",
          "information_coverage_pct >= 90 2025",
          "reserve_persons >= 3000 2025");

  private final Map<String, Double> figures = new HashMap<>();
  private final Set<String> counties = new TreeSet<>();
  private final Set<Integer> years = new HashSet<>();

  @Override
  public String file() {
    return "kpi_status.csv";
  }

  @Override
  public String header() {
    return "census_year,plan,county_code,indicator,target_year,value,status";
  }

  @Override
  public void accept(int censusYear, County county, SourcePlan plan, FiledRow row) {
    counties.add(county.code());
    years.add(censusYear);
    String key = censusYear + county.code();
    switch (plan.dataset()) {
      case "loss_annual" ->
          add(
              key + row.text("year"),
              row,
              "direct_loss_wan",
              "deaths",
              "affected_population",
              "forest_damaged_ha");
      case "statistics_yearbook" ->
          add(
              key + row.text("year"),
              row,
              "population",
              "urban_population",
              "gdp_wan",
              "forest_ha",
              "information_covered");
      case "shelter" -> add(key + censusYear, row, "area_m2", "capacity_persons");
      case "material_depot" -> add(key + censusYear, row, "stock_persons");
      default -> {}
    }
  }

  private void add(String key, FiledRow row, String... fields) {
    for (String field : fields) {
      if (row.has(field)) {
        figures.merge(key + field, row.number(field), Double::sum);
      }
    }
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int year : new TreeSet<>(years)) {
      for (String county : counties) {
        boolean plain = county.equals(PlainCounty.PLAN.code());
        for (String target : plain ? PLAIN_TARGETS : MOUNTAIN_TARGETS) {
          String[] t = target.split(" ");
          int last = Math.min(year, Integer.parseInt(t[3]));
          double value = value(t[0], year + county, year, last);
          boolean met = met(value, t[1], Double.parseDouble(t[2]));
          lines.add(
              String.format(
                  Locale.ROOT,
                  "%d,%s,%s,%s,%s,%.6f,%s",
                  year,
                  plain ? "H" : "W",
                  county,
                  t[0],
                  t[3],
                  value,
                  met ? "met" : "missed"));
        }
      }
    }
    return lines;
  }

  private double value(String indicator, String key, int year, int last) {
    return switch (indicator) {
      case "loss_gdp_pct" -> mean(key, last, "direct_loss_wan", "gdp_wan") * 100;
      case "death_rate_per_million" -> mean(key, last, "deaths", "population") * 1_000_000;
      case "affected_per_100k" -> mean(key, last, "affected_population", "population") * 100_000;
      case "forest_damage_permille" -> mean(key, last, "forest_damaged_ha", "forest_ha") * 1000;
      case "shelter_m2_per_urban" ->
          get(key + year + "area_m2") / get(key + year + "urban_population");
      case "shelter_area_ha" -> get(key + year + "area_m2") / 10_000;
      case "shelter_capacity" -> get(key + year + "capacity_persons");
      case "information_coverage_pct" ->
          get(key + year + "information_covered") / get(key + year + "population") * 100;
      case "reserve_persons" -> get(key + year + "stock_persons");
      default -> throw new IllegalArgumentException(indicator);
    };
  }

  private double mean(String key, int last, String part, String whole) {
    double sum = 0;
    for (int year = FIRST_YEAR; year <= last; year++) {
      sum += get(key + year + part) / get(key + year + whole);
    }
    return sum / (last - FIRST_YEAR + 1);
  }

  private double get(String key) {
    Double figure = figures.get(key);
    if (figure == null) {
      throw new IllegalStateException("no figure " + key);
    }
    return figure;
  }

  private static boolean met(double value, String comparator, double target) {
    return switch (comparator) {
      case "<=" -> value <= target;
      case ">=" -> value >= target;
      default -> value > target;
    };
  }
}
