package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/**
 * The units of a release that can be reported on: counties and townships of its table of units, and
 * the cities and provinces these counties lie in, which no county files. The latter have the names
 * that {@code schemas/methods/report.yaml} gives; one that is not named there goes by the six
 * digits of its code.
 */
final class ReportUnits {

  private final Map<String, ReportUnit> units = new TreeMap<>();
  private final Map<String, String> parents = new TreeMap<>();

  static ReportUnits of(ReleasedTables source, Map<String, String> regions) {
    ReportUnits units = new ReportUnits();
    for (Row row : source.rows("staging.admin_unit", col("level").notEqual("village"))) {
      String code = row.getAs("admin_code");
      units.units.put(code, new ReportUnit(code, row.getAs("name"), row.getAs("level")));
      if (row.getAs("level").equals("county")) {
        units.addAbove(code, regions);
      } else {
        units.parents.put(code, code.substring(0, 6) + "000000");
      }
    }
    return units;
  }

  private void addAbove(String county, Map<String, String> regions) {
    String city = county.substring(0, 4) + "00000000";
    String province = county.substring(0, 2) + "0000000000";
    add(city, "city", regions);
    add(province, "province", regions);
    parents.put(county, city);
    parents.put(city, province);
  }

  private void add(String code, String level, Map<String, String> regions) {
    String region = code.substring(0, 6);
    String name = regions.getOrDefault(region, region);
    units.putIfAbsent(code, new ReportUnit(code, name, level));
  }

  Optional<ReportUnit> find(String code) {
    return Optional.ofNullable(units.get(code));
  }

  /** Names of the units directly below, by code. */
  Map<String, String> below(ReportUnit unit) {
    Map<String, String> below = new LinkedHashMap<>();
    for (ReportUnit one : units.values()) {
      if (unit.code().equals(parents.get(one.code()))) {
        below.put(one.code(), one.name());
      }
    }
    return below;
  }

  /** Names of the counties within a city or province, by six-digit code; a county's own. */
  Map<String, String> counties(ReportUnit unit) {
    Map<String, String> counties = new LinkedHashMap<>();
    for (ReportUnit one : units.values()) {
      if (one.level().equals("county") && one.code().startsWith(unit.countyPrefix())) {
        counties.put(one.code().substring(0, 6), one.name());
      }
    }
    return counties;
  }

  /** Counties and what lies above them, with their names. */
  List<String> known() {
    return units.values().stream()
        .filter(unit -> !unit.level().equals("township"))
        .map(unit -> unit.code() + " " + unit.name())
        .toList();
  }
}
