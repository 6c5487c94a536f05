package org.riskcensus.pipeline.job.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Losses by unit, year and kind, on the sums of event reports and on final annual figures. Of the
 * reports of one event and township the final one counts, else the follow-up, else the initial one.
 * A field nobody reported stays empty.
 */
final class LossTable implements ResultTable {

  private static final String ALL = "all";
  private static final List<String> REPORTS = List.of("初报", "续报", "核报");
  private static final Map<String, String> KINDS =
      Map.of(
          "洪涝", "flood",
          "干旱", "drought",
          "台风", "typhoon",
          "风雹", "hail",
          "低温冷冻", "freeze",
          "雪灾", "snow",
          "地质", "geological",
          "森林草原火灾", "wildfire");

  /** Sums of one line. */
  private static final class Sums {
    private long reports;
    private final Map<String, BigDecimal> values = new LinkedHashMap<>();

    void add(FiledRow row) {
      reports++;
      for (FiledColumn column : FIELDS) {
        if (row.has(column.name())) {
          values.merge(
              column.name(), BigDecimal.valueOf(row.number(column.name())), BigDecimal::add);
        }
      }
    }
  }

  private static final List<FiledColumn> FIELDS = FiledColumn.list(LossFigures.COLUMNS);

  private final Map<String, FiledRow> latest = new TreeMap<>();
  private final Map<String, Sums> lines = new TreeMap<>();

  @Override
  public String file() {
    return "loss_by_unit_year.csv";
  }

  @Override
  public String header() {
    List<String> names = new ArrayList<>(FIELDS.stream().map(FiledColumn::name).toList());
    names.add(0, "census_year,admin_code,unit_level,year,hazard_kind,basis,reports");
    return String.join(",", names);
  }

  @Override
  public void accept(int censusYear, County county, SourcePlan plan, FiledRow row) {
    if (plan.dataset().equals("loss_event")) {
      String key = censusYear + "," + row.text("event_id") + "," + row.text("admin_code");
      latest.merge(key, row, (a, b) -> rank(b) >= rank(a) ? b : a);
    } else if (plan.dataset().equals("loss_annual")) {
      add(censusYear, row.text("admin_code"), row.text("year"), "annual_final", row);
    }
  }

  private static int rank(FiledRow report) {
    return REPORTS.indexOf(report.text("report_type"));
  }

  private void add(int censusYear, String unit, String year, String basis, FiledRow row) {
    String level = unit.endsWith("000000") ? "county" : "township";
    String kind = KINDS.getOrDefault(row.text("hazard_kind"), row.text("hazard_kind"));
    for (String of : List.of(kind, ALL)) {
      String key = String.join(",", "" + censusYear, unit, level, year, of, basis);
      lines.computeIfAbsent(key, k -> new Sums()).add(row);
    }
  }

  @Override
  public List<String> lines() {
    latest.forEach(
        (key, row) -> {
          int censusYear = Integer.parseInt(key.substring(0, 4));
          String township = row.text("admin_code");
          String year = row.find("start_date") instanceof LocalDate date ? "" + date.getYear() : "";
          add(censusYear, township, year, "event_sum", row);
          add(censusYear, township.substring(0, 6) + "000000", year, "event_sum", row);
        });
    latest.clear();
    return lines.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
  }

  private static String line(String key, Sums sums) {
    StringBuilder line = new StringBuilder(key).append(',').append(sums.reports);
    for (FiledColumn field : FIELDS) {
      BigDecimal value = sums.values.get(field.name());
      line.append(',').append(value == null ? "" : value.stripTrailingZeros().toPlainString());
    }
    return line.toString();
  }
}
