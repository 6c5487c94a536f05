package org.riskcensus.pipeline.job.assess.change;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.core.grid.Tessellator;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.job.assess.Reassessment;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * The places at which two releases are held against each other: the cells of a county, or, where
 * the side of its cells changed, what a cell of the earlier release and one of the later share. So
 * areas are compared ground by ground; ids of cells are not, as those of two sides name no common
 * ground.
 *
 * <p>A place is named by {@link #KEY}: {@code other} is the cell of the later release, 0 where the
 * side is the same.
 */
final class ChangePlaces {

  /** The columns that name a place. */
  static final List<String> KEY = List.of("county_code", "cell", "other");

  private static final StructType PIECE =
      new StructType()
          .add("county_code", StringType)
          .add("cell", LongType)
          .add("other", LongType)
          .add("part", BinaryType)
          .add("area_m2", DoubleType);

  private final ReleasedAssessment from;
  private final ReleasedAssessment to;
  private final boolean moved;
  private final List<String> resized;

  /**
   * The places of two releases.
   *
   * @param moved whether their boundaries differ
   */
  ChangePlaces(ReleasedAssessment from, ReleasedAssessment to, boolean moved) {
    this.from = from;
    this.to = to;
    this.moved = moved;
    this.resized = from.resized(to);
  }

  /** Counties whose cells have another side in the later release. */
  List<String> resized() {
    return resized;
  }

  /** Rows by cell of the earlier release, as rows by place. */
  Dataset<Row> ofEarlier(Dataset<Row> rows) {
    return ofPlace(rows, col("cell_from"));
  }

  /** Rows by cell of the later release, as rows by place. */
  Dataset<Row> ofLater(Dataset<Row> rows) {
    return ofPlace(rows, col("cell_to"));
  }

  private Dataset<Row> ofPlace(Dataset<Row> rows, Column cell) {
    if (resized.isEmpty()) {
      return rows.withColumn("other", lit(0L));
    }
    Dataset<Row> shared =
        shared()
            .select(
                col("county_code").as("county"),
                col("cell").as("cell_from"),
                col("other").as("cell_to"));
    Dataset<Row> split =
        rows.where(isResized())
            .join(shared, col("county_code").equalTo(col("county")).and(col("cell").equalTo(cell)))
            .withColumn("cell", col("cell_from"))
            .withColumn("other", col("cell_to"))
            .drop("county", "cell_from", "cell_to");
    return rows.where(not(isResized())).withColumn("other", lit(0L)).union(split);
  }

  private Column isResized() {
    return col("county_code").isin(resized.toArray());
  }

  /** Area of every place of either release: {@link #KEY} and {@code area_m2}. */
  Dataset<Row> areas() {
    Dataset<Row> cells =
        from.read("marts.cell_exposure")
            .select("county_code", "cell", "area_m2")
            .union(to.read("marts.cell_exposure").select("county_code", "cell", "area_m2"))
            .where(not(isResized()))
            .groupBy("county_code", "cell")
            .agg(max("area_m2").as("area_m2"))
            .select(col("county_code"), col("cell"), lit(0L).as("other"), col("area_m2"));
    return resized.isEmpty()
        ? cells
        : cells.union(shared().select("county_code", "cell", "other", "area_m2"));
  }

  /**
   * The county's part of each place, within the later boundaries where a place is in both: {@link
   * #KEY} and {@code part}, null where it is the whole cell.
   */
  Dataset<Row> parts() {
    Dataset<Row> cells = either(this::cells).withColumn("other", lit(0L));
    Dataset<Row> parts = cells.select("county_code", "cell", "other", "part");
    return resized.isEmpty()
        ? parts
        : parts
            .where(not(isResized()))
            .union(shared().select("county_code", "cell", "other", "part"));
  }

  private Dataset<Row> cells(Dataset<Row> adminUnits) {
    return Reassessment.countyCells(adminUnits, CellSizes.ofAll(to.cellSides()));
  }

  /** The places of counties whose cells have another side. */
  private Dataset<Row> shared() {
    CellSizes before = CellSizes.ofAll(from.cellSides());
    CellSizes after = CellSizes.ofAll(to.cellSides());
    FlatMapFunction<Row, Row> cut =
        county -> cut(county, before.grid(county.getString(0)), after.grid(county.getString(0)));
    return either(
        adminUnits ->
            adminUnits
                .where(col("level").equalTo("county").and(isResized()))
                .select("county_code", "geometry")
                .flatMap(cut, Encoders.row(PIECE)));
  }

  private static Iterator<Row> cut(Row county, CellGrid before, CellGrid after) {
    Geometry plane = PlaneProjection.read(county.<byte[]>getAs(1));
    List<Row> places = new ArrayList<>();
    Tessellator.tessellate(
        plane,
        before,
        earlier ->
            Tessellator.tessellate(
                earlier.shape(),
                after,
                later ->
                    places.add(
                        RowFactory.create(
                            county.get(0),
                            earlier.cell(),
                            later.cell(),
                            Wkb.write(later.shape()),
                            later.shape().getArea()))));
    return places.iterator();
  }

  /** Of the later boundaries, and of the earlier ones what is not in these. */
  private Dataset<Row> either(java.util.function.UnaryOperator<Dataset<Row>> places) {
    Dataset<Row> later = places.apply(to.read("staging.admin_unit"));
    if (!moved) {
      return later;
    }
    List<String> place = KEY.stream().filter(List.of(later.columns())::contains).toList();
    Dataset<Row> earlier = places.apply(from.read("staging.admin_unit"));
    return later.union(earlier.join(later, ChangeJob.scala(place), "left_anti"));
  }
}
