package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * The year and kind each filed loss row speaks of, whether it came through to staging or stayed in
 * quarantine, where they are read from the row as filed (under the column's name or its label).
 * What cannot be read is null. A staged report that a later one replaces is not {@code used}.
 */
final class FiledRowYears {
  private static final String EVENT = "loss_event";
  private static final String ANNUAL = "loss_annual";

  private final Contracts contracts;

  FiledRowYears(Contracts contracts) {
    this.contracts = contracts;
  }

  /**
   * Columns dataset, source_id, row_number, year, hazard_kind, unknown_kind (as filed, where no
   * code list knows it), used, kept_out (in quarantine).
   */
  Dataset<Row> of(Dataset<Row> events, Dataset<Row> annual, Dataset<Row> quarantine) {
    Dataset<Row> staged =
        staged(EventReports.mark(events), EVENT, col(LatestRow.LATEST))
            .unionByName(staged(annual, ANNUAL, lit(true)));
    return staged
        .unionByName(filed(quarantine, EVENT, "start_date"))
        .unionByName(filed(quarantine, ANNUAL, "year"));
  }

  private static Dataset<Row> staged(Dataset<Row> rows, String dataset, Column used) {
    return rows.select(
        lit(dataset).as("dataset"),
        col("source_id"),
        col("row_number"),
        col("year"),
        col("hazard_kind"),
        lit(null).cast("string").as("unknown_kind"),
        used.as("used"),
        lit(false).as("kept_out"));
  }

  private Dataset<Row> filed(Dataset<Row> quarantine, String dataset, String yearColumn) {
    TableContract table = contracts.get("staging." + dataset);
    Column digits = regexp_extract(attribute(table.get(yearColumn)), "^\\s*(\\d{4})", 1);
    return quarantine
        .where(col("dataset").equalTo(dataset))
        .select(
            col("dataset"),
            col("source_id"),
            col("row_number"),
            when(length(digits).equalTo(4), digits).cast("int").as("year"),
            kind(table.get("hazard_kind")).as("hazard_kind"),
            trim(attribute(table.get("hazard_kind"))).as("unknown_kind"),
            lit(true).as("used"),
            lit(true).as("kept_out"))
        .withColumn(
            "unknown_kind",
            when(col("hazard_kind").isNull(), nullif(col("unknown_kind"), lit(""))));
  }

  private Column kind(ColumnContract column) {
    Column filed = trim(attribute(column));
    Column code = lit(null).cast("string");
    for (CodeList.Entry entry : contracts.codeList(String.valueOf(column.codes())).entries()) {
      Column matches = filed.equalTo(entry.code()).or(filed.equalTo(entry.zh()));
      code = when(matches, entry.code()).otherwise(code);
    }
    return code;
  }

  private static Column attribute(ColumnContract column) {
    return coalesce(
        try_element_at(col("attributes"), lit(column.name())),
        try_element_at(col("attributes"), lit(column.label())));
  }
}
