package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.riskcensus.core.geometry.CoverageParts;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.hazard.FloodMethod;
import org.riskcensus.pipeline.method.AssessedHazard;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * The marts of flood zoning 洪水区划, all summed up from {@link FloodFacts}: cells, areas of units, and
 * polygons by finest unit and class. They have no rows where the method of flood has no zoning.
 */
final class FloodZones {

  static final String CELLS = "marts.cell_flood_zone";
  static final String UNITS = "marts.unit_flood_zone";
  static final String AREAS = "marts.flood_zone";

  private static final StructType DISSOLVED =
      StoredGeometry.append(
          StructType.fromDDL("unit STRING, class STRING, mean_degree_m DOUBLE, area_m2 DOUBLE"));

  private static final PrecisionModel MILLIMETRES = new PrecisionModel(1_000);

  private final String hazard;
  private final Dataset<Row> facts;
  private final Dataset<Row> adminUnits;

  private FloodZones(String hazard, Dataset<Row> facts, Dataset<Row> adminUnits) {
    this.hazard = hazard;
    this.facts = facts;
    this.adminUnits = adminUnits;
  }

  /**
   * The marts by name.
   *
   * @param areas hazard areas, as {@link HazardAreas#of} gives them
   * @param grids along which they are cut
   * @param countyPieces pieces of the counties
   */
  static Map<String, Dataset<Row>> tables(
      Inputs inputs,
      AssessConfig config,
      Dataset<Row> areas,
      AssessmentGrids grids,
      Dataset<Row> countyPieces) {
    Dataset<Row> adminUnits = inputs.staging("admin_unit");
    Optional<AssessedHazard> zoned =
        config.methods().hazards().stream().filter(h -> rule(h, config).isPresent()).findFirst();
    Dataset<Row> facts =
        zoned
            .map(
                hazard ->
                    FloodFacts.of(
                        CellPieces.ofHazards(
                            areas.where(col("hazard").equalTo(hazard.code())), grids),
                        CellPieces.ofUnits(new UnitTree(adminUnits).finest(), grids)
                            .union(countyPieces),
                        inputs.staging(hazard.table()),
                        rule(hazard, config).orElseThrow()))
            .orElseGet(() -> areas.sparkSession().createDataFrame(List.of(), FloodFacts.SCHEMA));
    String code = zoned.map(AssessedHazard::code).orElse("");
    FloodZones zones = new FloodZones(code, Assessment.keep("flood zones", facts), adminUnits);
    return Map.of(CELLS, zones.cells(), UNITS, zones.units(), AREAS, zones.areas());
  }

  private static Optional<FloodFacts.Rule> rule(AssessedHazard hazard, AssessConfig config) {
    return hazard.method() instanceof FloodMethod flood && flood.zoning() != null
        ? Optional.of(
            new FloodFacts.Rule(
                flood.zoning(), config.methods().risk().minCellShare(), config.cells()))
        : Optional.empty();
  }

  private Dataset<Row> facts(CellPieces.Role role) {
    return facts.where(col("role").equalTo(role.name()));
  }

  private Dataset<Row> cells() {
    return facts(CellPieces.Role.COUNTY)
        .select(
            col("unit").as("county_code"),
            col("cell"),
            lit(hazard).as("hazard"),
            col("class"),
            col("degree").as("mean_degree_m"),
            col("area").as("area_m2"));
  }

  private Dataset<Row> units() {
    Dataset<Row> finest =
        sums(
            facts(CellPieces.Role.UNIT)
                .withColumn("degree_area", col("degree").multiply(col("area"))));
    return Units.named(sums(UnitTree.rollUp(finest)), adminUnits)
        .withColumn("hazard", lit(hazard))
        .withColumn("mean_degree_m", col("degree_area").divide(col("area")))
        .withColumnRenamed("area", "area_m2")
        .drop("degree_area");
  }

  private static Dataset<Row> sums(Dataset<Row> rows) {
    return rows.groupBy("unit", "class")
        .agg(
            Exact.total(col("area")).as("area"), Exact.total(col("degree_area")).as("degree_area"));
  }

  private Dataset<Row> areas() {
    MapGroupsFunction<String, Row, Row> dissolve = (group, rows) -> dissolve(rows);
    Dataset<Row> areas =
        facts(CellPieces.Role.UNIT)
            .groupByKey(
                (MapFunction<Row, String>) row -> row.getString(2) + "-" + row.getString(3),
                Encoders.STRING())
            .mapGroups(dissolve, Encoders.row(DISSOLVED));
    return Units.named(areas, adminUnits)
        .withColumn("county_code", substring(col("admin_code"), 1, 6))
        .withColumn("hazard", lit(hazard))
        .drop("unit_level");
  }

  /** The parts of one class in one unit, whatever their order. */
  private static Row dissolve(Iterator<Row> parts) {
    List<Row> sorted = new ArrayList<>();
    parts.forEachRemaining(sorted::add);
    sorted.sort(Comparator.comparingLong(row -> row.getLong(0)));
    double area = 0;
    double degrees = 0;
    List<Geometry> shapes = new ArrayList<>();
    for (Row row : sorted) {
      area += row.getDouble(5);
      degrees += row.getDouble(4) * row.getDouble(5);
      shapes.add(Wkb.read(row.<byte[]>getAs(6)));
    }
    Row first = sorted.get(0);
    return StoredGeometry.append(
        RowFactory.create(first.get(2), first.get(3), degrees / area, area),
        onMillimetres(CoverageParts.union(shapes)));
  }

  /**
   * What is narrower than a millimetre, as where the water of two rivers ends side by side, would
   * collapse when it is projected, and leave rings that cross themselves.
   */
  private static Geometry onMillimetres(Geometry shape) {
    Geometry rounded = GeometryPrecisionReducer.reduce(shape, MILLIMETRES);
    return rounded.isEmpty() ? shape : rounded;
  }
}
