package org.riskcensus.pipeline.job.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of each exposure a county has in all: population, GDP, buildings, facilities. */
final class ExposureTotals implements ResultTable {

  private final Map<String, BigDecimal> totals = new TreeMap<>();

  @Override
  public String file() {
    return "exposure_total.csv";
  }

  @Override
  public String header() {
    return "census_year,county_code,exposure,total";
  }

  @Override
  public void accept(int censusYear, County county, SourcePlan plan, FiledRow row) {
    String key = censusYear + "," + county.code() + ",";
    switch (plan.dataset()) {
      case "population" -> add(key + "population", row.number("population"));
      case "gdp" -> add(key + "gdp_wan", row.number("gdp_wan"));
      case "facility" -> add(key + "facilities", 1);
      case "building" -> {
        add(key + "buildings", 1);
        add(key + "floor_area_m2", row.number("floor_area_m2"));
        add(key + "building_value_wan", row.number("value_wan"));
      }
      default -> {}
    }
  }

  private void add(String key, double value) {
    totals.merge(key, BigDecimal.valueOf(value), BigDecimal::add);
  }

  @Override
  public List<String> lines() {
    return totals.entrySet().stream()
        .map(e -> e.getKey() + "," + e.getValue().stripTrailingZeros().toPlainString())
        .toList();
  }
}
