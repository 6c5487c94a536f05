package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.TableContract;

/** Judged rows to the columns of one staging table. */
final class StagingColumns {

  private static final List<String> SHARED =
      List.of("county_code", "source_id", "submission_id", "file", "row_number");
  private static final List<String> GEOMETRY =
      List.of("geometry", "xmin", "ymin", "xmax", "ymax", "cell");

  private StagingColumns() {}

  /** The accepted rows of one dataset in the columns of its contract. */
  static Dataset<Row> of(Dataset<Row> accepted, TableContract contract) {
    List<Column> columns = new ArrayList<>();
    List<ColumnContract> filed = contract.filedColumns();
    for (int i = 0; i < filed.size(); i++) {
      String name = filed.get(i).name();
      DataType type = contract.sparkSchema().apply(name).dataType();
      columns.add(col("values").getItem(i).cast(type).as(name));
    }
    SHARED.forEach(name -> columns.add(col(name)));
    columns.add(
        when(col("repaired"), "repaired")
            .when(size(col("findings")).gt(0), "warned")
            .otherwise("ok")
            .as("qc_status"));
    columns.add(lit(contract.sensitivity().name()).as("sensitivity"));
    if (contract.geometry().present()) {
      GEOMETRY.forEach(name -> columns.add(col(name)));
    }
    return accepted.select(columns.toArray(Column[]::new));
  }
}
