package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * Rows as a contract wants them: its columns in its order and types, with where they come from: the
 * run, its method version, and the snapshots read until then.
 */
final class ContractRows {

  private final Run run;
  private final Map<String, Long> inputs = new ConcurrentSkipListMap<>();

  ContractRows(Run run) {
    this.run = run;
  }

  /** Notes that a snapshot of {@code table} was read. */
  void readFrom(String table, long snapshot) {
    inputs.put(table, snapshot);
  }

  /**
   * The rows with the columns of a contract.
   *
   * @throws IllegalArgumentException when one that must not be null is missing
   */
  Dataset<Row> conform(TableContract contract, Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(contract.sparkSchema().fields())
            .map(field -> column(contract, field, Arrays.asList(rows.columns())))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private Column column(TableContract contract, StructField field, Collection<String> present) {
    if (present.contains(field.name())) {
      return col(field.name()).cast(field.dataType()).as(field.name());
    }
    Column value =
        switch (field.name()) {
          case "census_year" -> lit(run.year());
          case "run_id" -> lit(run.id());
          case "method_version" -> lit(run.methodVersion());
          case "input_snapshots" -> lit(inputs.toString());
          case "county_code" -> substring(col("admin_code"), 1, 6);
          default -> {
            if (field.nullable()) {
              yield lit(null);
            }
            throw new IllegalArgumentException(
                contract.name() + ": the rows to write lack the column " + field.name());
          }
        };
    return Objects.requireNonNull(value).cast(field.dataType()).as(field.name());
  }
}
