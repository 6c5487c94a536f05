package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.hazard.FireAccess;
import org.riskcensus.core.hazard.IgnitionSource;
import org.riskcensus.core.hazard.ReedSurroundings;
import org.riskcensus.core.hazard.ReedWetland;

/**
 * What lies around the wetlands of one county: ignition sources, roads, fire stations. Rows are
 * streamed; of roads only those near a wetland are kept. That a county filed none at all is known
 * by its having no row.
 */
final class ReedNear {

  private static final String IGNITION = "ignition_source";
  private static final String ROAD = "road";

  private final List<ReedWetland> wetlands;
  private final @Nullable FireAccess access;
  private final List<IgnitionSource> sources = new ArrayList<>();
  private final List<Geometry> roads = new ArrayList<>();
  private final List<Geometry> stations = new ArrayList<>();
  private boolean roadsKnown;
  private boolean stationsKnown;

  private ReedNear(List<ReedWetland> wetlands, @Nullable FireAccess access) {
    this.wetlands = wetlands;
    this.access = access;
  }

  /**
   * Rows of what is near, of counties that have a wetland: {@code county_code, role, kind,
   * geometry}; the role is the table.
   *
   * @param tables staging tables beside that of the wetlands
   */
  static Dataset<Row> of(Inputs inputs, List<String> tables, Dataset<Row> wetlands) {
    Dataset<Row> counties = wetlands.select("county_code").distinct();
    return tables.stream()
        .map(
            table ->
                inputs
                    .staging(table)
                    .select(
                        col("county_code"),
                        lit(table).as("role"),
                        col(table.equals(ROAD) ? "grade" : "kind").as("kind"),
                        col("geometry")))
        .reduce(Dataset::union)
        .orElseThrow()
        .where(col("geometry").isNotNull())
        .join(counties, Units.scala(List.of("county_code")), "left_semi");
  }

  /** Reads what is near the wetlands of a county. */
  static ReedSurroundings around(
      List<ReedWetland> wetlands, Iterator<Row> rows, @Nullable FireAccess access) {
    ReedNear near = new ReedNear(wetlands, access);
    rows.forEachRemaining(near::add);
    near.roads.sort(Geometry::compareTo);
    return new ReedSurroundings(
        near.sources,
        near.roadsKnown ? near.roads : null,
        near.stationsKnown ? near.stations : null);
  }

  private void add(Row row) {
    switch (row.<String>getAs("role")) {
      case IGNITION -> sources.add(HazardRows.ignition(row));
      case ROAD -> addRoad(row);
      default -> addStation(row);
    }
  }

  private void addRoad(Row row) {
    roadsKnown = true;
    if (access != null && access.roadGrades().contains(row.<String>getAs("kind"))) {
      Geometry road = HazardRows.geometry(row);
      double reach = access.roadReachMetres();
      if (wetlands.stream().anyMatch(reed -> road.isWithinDistance(reed.geometry(), reach))) {
        roads.add(road);
      }
    }
  }

  private void addStation(Row row) {
    stationsKnown = true;
    if (access != null && access.stationKinds().contains(row.<String>getAs("kind"))) {
      stations.add(HazardRows.geometry(row));
    }
  }
}
