package org.riskcensus.pipeline.job.ingest;

import java.util.Collection;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.pipeline.audit.check.Found;

/**
 * The shape rows of every dataset share between being read and being judged: typed values as an
 * array of canonical text in the order of the contract's filed columns, geometry ready for staging,
 * and the findings so far. One shape for all datasets lets the checks that look across rows and
 * tables run once over the whole census.
 */
final class ConformedRow {

  static final ArrayType FINDINGS = DataTypes.createArrayType(Found.FINDING, false);

  static final StructType TYPE =
      new StructType()
          .add("dataset", DataTypes.StringType)
          .add("county_code", DataTypes.StringType)
          .add("source_id", DataTypes.StringType)
          .add("submission_id", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("row_number", DataTypes.LongType)
          .add("object_key", DataTypes.StringType)
          .add("object_id", DataTypes.StringType)
          .add("admin_code", DataTypes.StringType)
          .add("values", DataTypes.createArrayType(DataTypes.StringType, true))
          .add("geometry", DataTypes.BinaryType)
          .add("plane", DataTypes.BinaryType)
          .add("xmin", DataTypes.DoubleType)
          .add("ymin", DataTypes.DoubleType)
          .add("xmax", DataTypes.DoubleType)
          .add("ymax", DataTypes.DoubleType)
          .add("cell", DataTypes.LongType)
          .add("repaired", DataTypes.BooleanType)
          .add("unit_fit", DataTypes.StringType)
          .add("findings", FINDINGS)
          .add(
              "attributes",
              DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true))
          .add("filed_geometry", DataTypes.BinaryType);

  private ConformedRow() {}

  /** Findings as the rows of the {@code findings} column. */
  static Row[] findings(Collection<Finding> findings) {
    return findings.stream().map(Found::row).toArray(Row[]::new);
  }
}
