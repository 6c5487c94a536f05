package org.riskcensus.pipeline.job.losses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.riskcensus.core.loss.KpiFigure;
import org.riskcensus.core.loss.KpiMeasure;
import org.riskcensus.core.loss.KpiSeries;

/**
 * The query that lists the rows a target's figures came from, with file rows and values, so that an
 * auditor can add them up: columns figure, source_id, row_number, year, value.
 *
 * @param county six digits
 * @param firstYear first year of the plan
 * @param censusYear year the census stands for
 */
record KpiTrace(String county, int firstYear, int censusYear) {

  /** Where a figure is: table, column, and whether its rows have a year. */
  private record Place(String table, String column, String year, String condition) {}

  /** The query of a series; says so where there are no rows. */
  String of(KpiSeries series) {
    KpiMeasure measure = series.target().indicator().measure();
    List<String> parts = new ArrayList<>();
    for (KpiFigure figure : new KpiFigure[] {measure.part(), measure.whole()}) {
      if (figure != null) {
        parts.add(select(figure, Math.min(censusYear, series.target().targetYear())));
      }
    }
    return parts.isEmpty() ? "none: " + measure.unavailable() : String.join(" UNION ALL ", parts);
  }

  private String select(KpiFigure figure, int last) {
    Place place = place(figure);
    String period =
        place.year().equals("census_year")
            ? ""
            : " AND %s BETWEEN %d AND %d".formatted(place.year(), firstYear, last);
    return String.format(
        Locale.ROOT,
        "SELECT '%s' AS figure, source_id, row_number, %s AS year, CAST(%s AS DOUBLE) AS value"
            + " FROM staging.%s WHERE census_year = %d AND county_code = '%s'%s%s",
        figure.code(),
        place.year(),
        place.column(),
        place.table(),
        censusYear,
        county,
        period,
        place.condition());
  }

  private static Place place(KpiFigure figure) {
    return switch (figure) {
      case POPULATION, URBAN_POPULATION, GDP_WAN, FOREST_HA, INFORMATION_COVERED ->
          new Place("statistics_yearbook", figure.code(), "year", "");
      case DIRECT_LOSS_WAN,
          DEATHS,
          AFFECTED_POPULATION,
          FOREST_DAMAGED_HA,
          FOREST_FIRES,
          FOREST_FIRES_24H ->
          new Place("loss_annual", figure.code(), "year", "");
      case RELIEF_HOURS -> new Place("loss_event", "relief_hours", "year(start_date)", "");
      case REPORTS_TIMED, REPORTS_ON_TIME ->
          new Place(
              "loss_event", "report_hours", "year(start_date)", " AND report_hours IS NOT NULL");
      case SHELTER_M2, SHELTER_HA -> new Place("shelter", "area_m2", "census_year", "");
      case SHELTER_CAPACITY -> new Place("shelter", "capacity_persons", "census_year", "");
      case RESERVE_PERSONS -> new Place("material_depot", "stock_persons", "census_year", "");
      case LARGEST_DEPOT_M2, TOWNSHIP_DEPOT_M2 ->
          new Place("material_depot", "area_m2", "census_year", "");
      case REGISTERED_POINTS -> points("");
      case MONITORED_POINTS -> points(" AND monitoring <> 'none'");
    };
  }

  private static Place points(String more) {
    return new Place("geohazard_point", "1", "census_year", " AND status = 'registered'" + more);
  }
}
