package org.riskcensus.pipeline.job.inspection;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.lakehouse.Attempts;
import org.riskcensus.pipeline.lakehouse.Fingerprint;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.lakehouse.Slice;
import org.riskcensus.pipeline.method.InspectionMethod;
import org.riskcensus.pipeline.yaml.Problems;

/** Reads a sheet that was filled in, computes error rates and verdict, and records them. */
final class EvaluateJob {

  private static final String RESULT = "ops.inspection_result";
  private static final String CENSUS = "inspection";
  private static final StructType TYPE =
      StructType.fromDDL(
          "scope STRING, scope_key STRING, objects BIGINT, indicators BIGINT, wrong BIGINT,"
              + " unverifiable BIGINT, error_rate_pct DOUBLE, weighted_error_rate_pct DOUBLE,"
              + " limit_pct DOUBLE, acceptance STRING");

  private final SparkSession spark;
  private final Contracts contracts;
  private final InspectionMethod method;

  EvaluateJob(SparkSession spark, Contracts contracts, InspectionMethod method) {
    this.spark = spark;
    this.contracts = contracts;
    this.method = method;
  }

  /**
   * Evaluates and records; the same sheet handed in again is recorded once.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with everything wrong with the sheet
   */
  Inspection run(Path file) throws IOException {
    Problems problems = new Problems();
    Optional<FilledSheet> read = FilledSheet.read(file, contracts, problems);
    Optional<InspectionSample> drawn = read.flatMap(sheet -> find(sheet, problems));
    List<InspectedItem> items =
        drawn
            .map(s -> new SheetCheck(contracts, read.orElseThrow(), problems).items(s))
            .orElse(List.of());
    problems.refuse();
    FilledSheet sheet = read.orElseThrow();
    InspectionSample sample = drawn.orElseThrow();
    Inspection inspection =
        new Inspection(
            sample,
            sheet,
            method.limits(),
            items,
            InspectionResult.list(sample.unit(), items, method.limits()));
    String id = id(inspection);
    Attempts.of(
        () -> {
          record(inspection, id);
          return id;
        });
    return inspection;
  }

  /** The sample as it was drawn; empty, with the problem, where there is none. */
  private Optional<InspectionSample> find(FilledSheet sheet, Problems problems) {
    if (sheet.sample().isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows =
        spark.catalog().tableExists(InspectionSample.TABLE)
            ? spark
                .table(InspectionSample.TABLE)
                .where(col("sample_id").equalTo(sheet.sample()))
                .orderBy("item_number")
                .collectAsList()
            : List.of();
    if (rows.isEmpty()) {
      problems.add(
          sheet.file(),
          0,
          "no sample '%s' was drawn from this lake: use the --lake it was drawn from, and the sheet that census qc wrote"
              .formatted(sheet.sample()));
      return Optional.empty();
    }
    return Optional.of(InspectionSample.of(rows));
  }

  private static String id(Inspection inspection) {
    FilledSheet sheet = inspection.sheet();
    Fingerprint all = new Fingerprint().add(sheet.sample()).add(sheet.day());
    all.add(sheet.inspector()).add(sheet.reviewer());
    for (InspectedItem item : inspection.items()) {
      all.add(item.item().number()).add(item.verdict().code());
      all.add(item.inspected()).add(item.remark());
    }
    return all.shortHex();
  }

  /**
   * Records; two sheets handed in at once get numbers that follow, as the later one is done again.
   */
  private void record(Inspection inspection, String id) {
    InspectionSample sample = inspection.sample();
    List<String> counties = sample.counties();
    Run run =
        new Run(id, CENSUS, sample.year(), inspection.sheet().day(), counties, method.version());
    Lake lake = Lake.open(spark, contracts, run);
    Column ofSample = col("sample_id").equalTo(sample.id());
    if (lake.read(RESULT).where(ofSample.and(col("sheet_id").equalTo(id))).isEmpty()) {
      lake.begin(RESULT);
      Dataset<Row> earlier = lake.read(RESULT).where(ofSample);
      int sequence = earlier.agg(coalesce(max("sequence"), lit(0))).head().getInt(0) + 1;
      Slice slice = new Slice(sample.year(), counties, Optional.empty());
      lake.append(
          InspectedItem.TABLE,
          slice,
          id,
          InspectedItem.rows(spark, inspection.items())
              .withColumn("sample_id", lit(sample.id()))
              .withColumn("sheet_id", lit(id)));
      lake.append(RESULT, slice, id, results(inspection, id, sequence));
      lake.publish();
    }
  }

  private Dataset<Row> results(Inspection inspection, String id, int sequence) {
    List<Row> rows = new ArrayList<>();
    for (InspectionResult result : inspection.results()) {
      rows.add(
          RowFactory.create(
              result.scope(),
              result.key(),
              result.objects(),
              result.tally().items(),
              result.tally().wrong(),
              result.tally().unverifiable(),
              100 * result.tally().errorRate(),
              100 * result.tally().weightedErrorRate(),
              100 * method.limits().errorRate(),
              result.acceptance().code()));
    }
    FilledSheet sheet = inspection.sheet();
    return spark
        .createDataFrame(rows, TYPE)
        .withColumn("sample_id", lit(inspection.sample().id()))
        .withColumn("sheet_id", lit(id))
        .withColumn("sequence", lit(sequence))
        .withColumn("inspector", lit(sheet.inspector()))
        .withColumn("reviewer", lit(sheet.reviewer()))
        .withColumn("inspected_on", lit(Date.valueOf(sheet.day())));
  }
}
