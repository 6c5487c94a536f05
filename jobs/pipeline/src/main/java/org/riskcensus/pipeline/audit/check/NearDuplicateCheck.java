package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.geometry.NearPoints;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;

/**
 * Objects of the same kind within a few metres 疑似重复对象, which most often are one object surveyed
 * twice. Places are points or centroids; the earlier object in the order of source and row is taken
 * to be the first, and each later one is reported once.
 */
final class NearDuplicateCheck implements AuditCheck {

  private static final String RULE = "near_duplicate";

  /** Where the values of the finding name the object nearby. */
  private static final int NEAR_SOURCE = 1;

  private static final int NEAR_ROW = 2;
  private static final StructType PLACE =
      new StructType().add("x", DataTypes.DoubleType).add("y", DataTypes.DoubleType);

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(rules.get(RULE).datasets());
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get(RULE);
    double metres = rule.threshold("max_distance_m");
    double half = metres / 2;
    Dataset<Row> placed =
        rows.acceptedOf(rule)
            .where(col("plane").isNotNull())
            .withColumn("same", JudgedRows.byDataset(rule, scope -> rows.key(scope, "same")))
            .withColumn(
                "place",
                udf((UDF1<byte[], Row>) NearDuplicateCheck::place, PLACE).apply(col("plane")))
            .select(
                Found.origin(
                    col("same"),
                    lit(2 * metres).as("side"),
                    col("place.x"),
                    col("place.y"),
                    col("place.x").minus(half).as("xmin"),
                    col("place.y").minus(half).as("ymin"),
                    col("place.x").plus(half).as("xmax"),
                    col("place.y").plus(half).as("ymax")));
    return earliest(CellGroups.look(placed, group -> near(group, rule, metres)));
  }

  /** Of what the cells of an object say, that of the earliest object near it. */
  private static Dataset<Row> earliest(Dataset<Row> found) {
    Column near = col("found.observed.values");
    Column order = struct(near.getItem(NEAR_SOURCE), near.getItem(NEAR_ROW).cast("bigint"));
    Column[] all = Stream.of(Found.TYPE.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
    return found
        .groupBy("source_id", "row_number")
        .agg(min_by(struct(all), order).as("first"))
        .select("first.*");
  }

  private static Row place(byte[] plane) {
    var geometry = Wkb.read(plane);
    Coordinate c =
        geometry instanceof Point
            ? geometry.getCoordinate()
            : geometry.getCentroid().getCoordinate();
    return RowFactory.create(c.x, c.y);
  }

  private static List<Row> near(List<Row> group, Rule rule, double metres) {
    NearPoints<Row> earlier = new NearPoints<>(metres);
    List<Row> found = new ArrayList<>();
    for (Row row : group) {
      Coordinate place = new Coordinate(row.<Double>getAs("x"), row.<Double>getAs("y"));
      earlier
          .add(row, place)
          .ifPresent(near -> found.add(Found.row(row, finding(rule, near, metres))));
    }
    return found;
  }

  private static Row finding(Rule rule, NearPoints.Near<Row> near, double metres) {
    Row first = near.what();
    Wording observed =
        Wording.phrase(
            "metres_from_row",
            Found.text("%.1f", near.metres()),
            first.getAs("source_id"),
            first.<Long>getAs("row_number"),
            first.<String>getAs("object_id"));
    Wording expected = Wording.of("> " + Wording.limit(metres) + " m");
    return Found.finding(rule, observed, expected, Wording.phrase("merge_or_delete"));
  }
}
