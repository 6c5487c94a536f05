package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.zoning.Tiling;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * The audit of zones: one row for each map of a county, with what was joined and moved, and the
 * proof that the polygons as they are stored tile the county — valid, edge to edge, and of the
 * county's area.
 */
final class ZoneAccounts {

  private static final StructType SCHEMA =
      new StructType()
          .add("map", StringType)
          .add("county_code", StringType)
          .add("hazard", StringType)
          .add("zones", IntegerType)
          .add("merged_parts", IntegerType)
          .add("merged_area_m2", DoubleType)
          .add("moved_area_m2", DoubleType)
          .add("zones_area_m2", DoubleType)
          .add("flawed_zones", IntegerType)
          .add("flaw", StringType);

  private static final StructType COUNTY =
      new StructType().add("county_code", StringType).add("county_area_m2", DoubleType);

  /** Totals are conserved to this share; what is beyond is not rounding. */
  private static final double ROUNDING = 1e-6;

  private ZoneAccounts() {}

  /**
   * The accounts.
   *
   * @param zones rows of {@link Zones#of}
   */
  static Dataset<Row> of(Dataset<Row> zones, Dataset<Row> adminUnits) {
    Dataset<Row> counties =
        adminUnits
            .where(col("level").equalTo("county"))
            .select("county_code", "geometry")
            .map((MapFunction<Row, Row>) ZoneAccounts::area, Encoders.row(COUNTY));
    return zones
        .groupByKey(
            (MapFunction<Row, String>)
                row ->
                    String.join(
                        "-",
                        row.<String>getAs("map"),
                        row.getAs("county_code"),
                        row.getAs("hazard")),
            Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, Row, Row>) (map, rows) -> account(rows),
            Encoders.row(SCHEMA))
        .join(counties, Units.scala(List.of("county_code")), "inner")
        .withColumn("difference_m2", col("zones_area_m2").minus(col("county_area_m2")));
  }

  /** The accounts that do not hold. */
  static Dataset<Row> wrong(Dataset<Row> accounts) {
    return accounts.where(
        col("flawed_zones")
            .gt(0)
            .or(abs(col("difference_m2")).gt(col("county_area_m2").multiply(ROUNDING))));
  }

  private static Row area(Row county) {
    return RowFactory.create(
        county.get(0), PlaneProjection.read(county.<byte[]>getAs(1)).getArea());
  }

  private static Row account(Iterator<Row> rows) {
    List<Row> zones = new ArrayList<>();
    rows.forEachRemaining(zones::add);
    List<Geometry> stored =
        zones.stream().map(row -> Wkb.read(row.<byte[]>getAs("geometry"))).toList();
    Optional<Tiling.Flaw> flaw = Tiling.findFlaw(stored);
    Row map = zones.get(0);
    return RowFactory.create(
        map.getAs("map"),
        map.getAs("county_code"),
        map.getAs("hazard"),
        zones.size(),
        zones.stream().mapToInt(row -> row.<Integer>getAs("merged_parts")).sum(),
        sum(zones, "merged_area_m2"),
        zones.stream().mapToDouble(row -> Math.max(0, row.<Double>getAs("moved_area_m2"))).sum(),
        sum(zones, "area_m2"),
        flaw.map(Tiling.Flaw::polygons).orElse(0),
        flaw.map(f -> "%s at %.6f %.6f".formatted(f.reason(), f.x(), f.y())).orElse(null));
  }

  private static double sum(List<Row> zones, String column) {
    return zones.stream().mapToDouble(row -> row.<Double>getAs(column)).sum();
  }
}
