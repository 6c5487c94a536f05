package org.riskcensus.pipeline.job.assess;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.lakehouse.Lake;

/** The method files of a run and the list of its hazards, kept with its release. */
final class MethodFiles {

  static final String TABLE = "ops.method_file";

  private MethodFiles() {}

  static Dataset<Row> of(Lake lake, SchemaFiles files) {
    List<Row> rows = new ArrayList<>();
    List<String> paths = new ArrayList<>(files.list("methods"));
    paths.add(CodeList.HAZARDS);
    for (String county : lake.run().counties()) {
      for (String path : paths) {
        rows.add(RowFactory.create(county, path, files.text(path)));
      }
    }
    return lake.spark()
        .createDataFrame(rows, StructType.fromDDL("county_code STRING, path STRING, text STRING"));
  }
}
