package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.lakehouse.Lake;

/**
 * Keys of rows that stay in the lake beside a file ingested alone: those of other sources. The same
 * object filed by both would count twice.
 */
final class KeptKeys {

  /** The row that has the key: {@code source_id, row_number}; null where none has. */
  static final String KEPT = "kept";

  static final String[] KEY = {"dataset", "county_code", "object_key"};

  private KeptKeys() {}

  /** Columns dataset, county_code, object_key, {@value #KEPT}; empty when no row stays. */
  static Optional<Dataset<Row>> of(Lake lake, IngestConfig config) {
    return config
        .onlySource()
        .flatMap(
            source ->
                config.datasets().stream()
                    .map(dataset -> of(lake, config, dataset, source))
                    .reduce(Dataset::unionByName));
  }

  private static Dataset<Row> of(Lake lake, IngestConfig config, String dataset, String source) {
    TableContract contract = config.contracts().get("staging." + dataset);
    lake.begin(contract.name()); // what is published after this judgement voids it
    Column[] key =
        contract.key().stream().map(column -> col(column).cast("string")).toArray(Column[]::new);
    Column row = struct(col("source_id"), col("row_number"));
    return lake.read(contract.name(), config.year())
        .where(col("source_id").notEqual(source))
        .withColumn("dataset", lit(dataset))
        .withColumn("object_key", concat_ws(" ", key))
        .groupBy("dataset", "county_code", "object_key")
        .agg(min_by(row, row).as(KEPT));
  }
}
