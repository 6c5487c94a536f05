package org.riskcensus.pipeline.job.inspection;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.ColumnType;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;
import org.riskcensus.pipeline.method.InspectionMethod;

/**
 * The objects of a unit in one shape: {@code dataset}, where each comes from, {@code place} as
 * longitude and latitude, and {@code values}, the checked columns as texts in the order of the
 * method.
 */
final class StagedObjects {

  private static final String EXACT = "decimal(30,8)";

  private final ReleasedTables tables;
  private final Contracts contracts;
  private final InspectionMethod method;

  StagedObjects(ReleasedTables tables, Contracts contracts, InspectionMethod method) {
    this.tables = tables;
    this.contracts = contracts;
    this.method = method;
  }

  /** The objects; empty where none of the tables has been published. */
  Optional<Dataset<Row>> read(InspectionRequest request) {
    return request.datasets().stream()
        .flatMap(dataset -> read(request, dataset).stream())
        .reduce(Dataset::unionByName);
  }

  private Optional<Dataset<Row>> read(InspectionRequest request, String dataset) {
    TableContract contract = contracts.get("staging." + dataset);
    boolean placed = contract.find(InspectionMethod.PLACE).isPresent();
    List<InspectionMethod.Indicator> indicators = method.get(dataset);
    Column[] values =
        indicators.stream().map(i -> text(contract, i.field())).toArray(Column[]::new);
    return tables
        .find(contract.name())
        .map(
            rows ->
                rows.where(col("admin_code").startsWith(request.prefix()))
                    .select(
                        lit(dataset).as("dataset"),
                        col("county_code"),
                        col("object_id"),
                        col("admin_code"),
                        col("source_id"),
                        col("submission_id"),
                        col("file"),
                        col("row_number"),
                        (placed ? place() : lit(null)).cast("string").as("place"),
                        array(values).as("values")));
  }

  private static Column place() {
    return when(
        col("xmin").isNotNull(),
        format_string(
            "%.5f, %.5f",
            col("xmin").plus(col("xmax")).divide(2), col("ymin").plus(col("ymax")).divide(2)));
  }

  /** A column as text; numbers with a point in decimals, since their exponents read badly. */
  private static Column text(TableContract contract, String field) {
    if (field.equals(InspectionMethod.PLACE)) {
      return place();
    }
    boolean decimal = contract.get(field).type() == ColumnType.DOUBLE;
    return (decimal ? col(field).cast(EXACT) : col(field)).cast("string");
  }
}
