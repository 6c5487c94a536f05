package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Areas of the county and its townships in the equal-area plane. */
final class UnitAreas implements ResultTable {

  private final List<String> lines = new ArrayList<>();

  @Override
  public String file() {
    return "unit_area.csv";
  }

  @Override
  public String header() {
    return "census_year,admin_code,name,unit_level,area_m2";
  }

  @Override
  public void accept(int censusYear, County county, SourcePlan plan, FiledRow row) {
    if (plan.dataset().equals("admin_unit")) {
      String level =
          switch (row.text("level")) {
            case "县级" -> "county";
            case "乡级" -> "township";
            default -> "village";
          };
      double area = county.squareMetres(row.shape());
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%s,%s,%s,%.1f",
              censusYear,
              row.text("admin_code"),
              row.text("name"),
              level,
              area));
    }
  }

  @Override
  public List<String> lines() {
    return lines.stream().sorted().toList();
  }
}
