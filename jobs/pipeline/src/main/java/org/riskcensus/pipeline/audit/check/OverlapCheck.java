package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.geometry.CoverageParts;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;

/**
 * Polygons of a coverage that overlap 图斑重叠, such as units of one level or parcels: each pair once,
 * at the later of the two, with the area they share and a place in it.
 */
final class OverlapCheck implements AuditCheck {

  private static final StructType BOX =
      new StructType()
          .add("xmin", DataTypes.DoubleType)
          .add("ymin", DataTypes.DoubleType)
          .add("xmax", DataTypes.DoubleType)
          .add("ymax", DataTypes.DoubleType);

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(rules.get("coverage_overlap").datasets());
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("coverage_overlap");
    CoverageParts parts =
        new CoverageParts(rule.threshold("min_area_m2"), rule.threshold("min_width_m"));
    Dataset<Row> polygons =
        rows.acceptedOf(rule)
            .where(col("plane").isNotNull())
            .withColumn("same", JudgedRows.byDataset(rule, scope -> rows.key(scope, "same")))
            .withColumn(
                "side",
                JudgedRows.byDataset(rule, scope -> lit(scope.number("cell_m"))).cast("double"))
            .withColumn("box", udf((UDF1<byte[], Row>) OverlapCheck::box, BOX).apply(col("plane")))
            .select(
                Found.origin(
                    col("same"),
                    col("side"),
                    col("plane"),
                    col("box.xmin"),
                    col("box.ymin"),
                    col("box.xmax"),
                    col("box.ymax")));
    return CellGroups.look(polygons, group -> overlaps(group, rule, parts));
  }

  private static Row box(byte[] plane) {
    Envelope e = Wkb.read(plane).getEnvelopeInternal();
    return RowFactory.create(e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY());
  }

  private record Polygon(int order, Row row, Geometry shape) {}

  private static List<Row> overlaps(List<Row> group, Rule rule, CoverageParts parts) {
    STRtree earlier = new STRtree();
    List<Polygon> polygons = new ArrayList<>();
    for (Row row : group) {
      Polygon polygon = new Polygon(polygons.size(), row, Wkb.read(row.<byte[]>getAs("plane")));
      polygons.add(polygon);
      earlier.insert(polygon.shape().getEnvelopeInternal(), polygon);
    }
    List<Row> found = new ArrayList<>();
    for (Polygon polygon : polygons) {
      for (Object candidate : earlier.query(polygon.shape().getEnvelopeInternal())) {
        Polygon other = (Polygon) candidate;
        if (other.order() < polygon.order()) {
          overlap(polygon, other, parts)
              .ifPresent(
                  shared -> found.add(Found.row(polygon.row(), finding(rule, other, shared))));
        }
      }
    }
    return found;
  }

  /** What two polygons share, in the one cell where their boxes' common corner lies. */
  private static Optional<CoverageParts.Found> overlap(
      Polygon one, Polygon other, CoverageParts parts) {
    Envelope shared =
        one.shape().getEnvelopeInternal().intersection(other.shape().getEnvelopeInternal());
    boolean here = CellGroups.reports(one.row(), shared.getMinX(), shared.getMinY());
    return here ? parts.shared(one.shape(), other.shape()) : Optional.empty();
  }

  private static Row finding(Rule rule, Polygon other, CoverageParts.Found shared) {
    Wording observed =
        Wording.phrase(
            "area_shared_with_row",
            other.row().getAs("source_id"),
            other.row().<Long>getAs("row_number"),
            other.row().getAs("object_id") == null
                ? other.row().<String>getAs("admin_code")
                : other.row().<String>getAs("object_id"),
            Places.text(shared));
    return Found.finding(rule, observed, Wording.of("0 m²"), null);
  }
}
