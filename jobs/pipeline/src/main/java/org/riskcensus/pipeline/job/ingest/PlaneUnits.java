package org.riskcensus.pipeline.job.ingest;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/** Administrative units already in the lake, with their polygons in the analysis plane. */
final class PlaneUnits {

  private static final StructType TYPE =
      new StructType().add("admin_code", DataTypes.StringType).add("plane", DataTypes.BinaryType);

  private PlaneUnits() {}

  /** {@code admin_code, plane} of rows of {@code staging.admin_unit}. */
  static Dataset<Row> of(Dataset<Row> units) {
    MapFunction<Row, Row> project =
        unit ->
            RowFactory.create(
                unit.getString(0), Wkb.write(PlaneProjection.read((byte[]) unit.get(1))));
    return units.select("admin_code", "geometry").map(project, Encoders.row(TYPE));
  }
}
