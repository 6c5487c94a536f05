package org.riskcensus.pipeline.job.submission;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_values;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * The way of an object back to where it was filed 数据溯源: file and row, submission and its state, the
 * row as filed and what was found wrong with it. Rows in quarantine are found as well, by what was
 * filed.
 */
public final class RowTrace {

  private static final int MAX_ROWS = 50;

  private final SparkSession spark;
  private final int year;
  private final String dataset;

  /** Traces objects of one dataset and census year. */
  public RowTrace(SparkSession spark, int year, String dataset) {
    this.spark = spark;
    this.year = year;
    this.dataset = dataset;
  }

  /**
   * Lines for a reader, empty when there is no such object.
   *
   * @param object its key, such as {@code object_id}
   */
  public List<String> tell(String object) {
    TableContract contract = Contracts.load().get("staging." + dataset);
    String key = contract.key().get(contract.key().size() - 1);
    Dataset<Row> staged =
        spark
            .table(contract.name())
            .where(col("census_year").equalTo(year).and(col(key).equalTo(object)))
            .select(
                col("source_id"), col("submission_id"), col("row_number"), lit("staging").as("at"));
    Dataset<Row> kept =
        spark
            .table("ops.quarantine")
            .where(col("census_year").equalTo(year).and(col("dataset").equalTo(dataset)))
            .where(exists(map_values(col("attributes")), value -> value.equalTo(object)))
            .select(
                col("source_id"),
                col("submission_id"),
                col("row_number"),
                lit("quarantine").as("at"));
    Dataset<Row> raw =
        spark
            .table("raw.filed_row")
            .where(col("census_year").equalTo(year).and(col("dataset").equalTo(dataset)));
    List<String> lines = new ArrayList<>();
    staged
        .union(kept)
        .join(raw, new String[] {"source_id", "submission_id", "row_number"})
        .orderBy("source_id", "row_number")
        .limit(MAX_ROWS)
        .collectAsList()
        .forEach(row -> tell(row, lines));
    return lines;
  }

  private void tell(Row row, List<String> lines) {
    String source = row.getAs("source_id");
    String submission = row.getAs("submission_id");
    long number = row.<Long>getAs("row_number");
    lines.add(row.getAs("at") + "  " + row.getAs("file") + "  row " + number);
    lines.add("  source      " + source);
    lines.add("  submission  " + submission + "  " + state(source, submission));
    row.<String, String>getJavaMap(row.fieldIndex("attributes"))
        .forEach((field, value) -> lines.add("  " + field + " = " + value));
    findings(source, submission, number)
        .forEach(
            f ->
                lines.add(
                    "  ! "
                        + f.getAs("rule")
                        + ": "
                        + f.getAs("message_zh")
                        + (f.getAs("waived_by") == null
                            ? ""
                            : " (豁免: " + f.getAs("waived_by") + ")")));
  }

  private String state(String source, String submission) {
    List<Row> rows =
        spark
            .table("ops.submission_event")
            .where(here(source, submission))
            .orderBy(col("sequence").desc())
            .limit(1)
            .select(coalesce(col("to_state"), lit("")))
            .collectAsList();
    return rows.isEmpty() ? "" : rows.get(0).getString(0);
  }

  private List<Row> findings(String source, String submission, long number) {
    return spark
        .table("ops.finding")
        .where(here(source, submission).and(col("row_number").equalTo(number)))
        .orderBy("rule", "field")
        .collectAsList();
  }

  private Column here(String source, String submission) {
    return col("census_year")
        .equalTo(year)
        .and(col("source_id").equalTo(source))
        .and(col("submission_id").equalTo(submission));
  }
}
