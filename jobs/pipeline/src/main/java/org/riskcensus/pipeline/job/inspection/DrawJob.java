package org.riskcensus.pipeline.job.inspection;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.sort_array;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.contract.ColumnType;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.lakehouse.Slice;
import org.riskcensus.pipeline.method.InspectionMethod;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Draws a sample from the newest published state and records it before anybody fills it in, so that
 * what is handed in can be held against it.
 */
final class DrawJob {

  private static final String CENSUS = "inspection";

  private final SparkSession spark;
  private final Contracts contracts;
  private final InspectionMethod method;

  DrawJob(SparkSession spark, Contracts contracts, InspectionMethod method) {
    this.spark = spark;
    this.contracts = contracts;
    this.method = method;
  }

  /**
   * Draws and records; the same request to the same data is the same sample, recorded once.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when there is nothing to draw from, or
   *     more than one sheet holds
   */
  InspectionSample run(InspectionRequest request) {
    Optional<ReleasedTables> tables = ReleasedTables.newest(spark, request.year());
    List<Row> objects = tables.map(t -> objects(t, request)).orElse(List.of());
    List<InspectionItem> items = items(objects);
    check(request, items);
    InspectionSample sample =
        InspectionSample.drawn(
            request, method.version(), tables.orElseThrow().snapshots().toString(), items);
    record(sample);
    return sample;
  }

  private List<Row> objects(ReleasedTables tables, InspectionRequest request) {
    Optional<Dataset<Row>> objects = new StagedObjects(tables, contracts, method).read(request);
    if (objects.isEmpty()) {
      return List.of();
    }
    Dataset<Row> drawn = SampleTransform.apply(objects.get(), request.seed(), request.size());
    Dataset<Row> findings =
        tables
            .find("ops.finding")
            .map(f -> f.where(col("row_number").isNotNull()))
            .orElseThrow()
            .groupBy("source_id", "row_number")
            .agg(array_join(sort_array(collect_set("rule")), ", ").as("findings"));
    return drawn
        .join(findings, new String[] {"source_id", "row_number"}, "left")
        .orderBy("dataset", "county_code", "object_id", "source_id", "row_number")
        .limit(method.mostItems() + 1)
        .collectAsList();
  }

  private List<InspectionItem> items(List<Row> objects) {
    List<InspectionItem> items = new ArrayList<>();
    for (Row row : objects) {
      DrawnObject object = DrawnObject.of(row);
      TableContract contract = contracts.get("staging." + object.dataset());
      List<String> values = row.getList(row.fieldIndex("values"));
      List<InspectionMethod.Indicator> indicators = method.get(object.dataset());
      for (int i = 0; i < values.size(); i++) {
        String value = plain(contract, indicators.get(i).field(), values.get(i));
        items.add(new InspectionItem(items.size() + 1, object, indicators.get(i), value));
      }
    }
    return items;
  }

  private static @Nullable String plain(
      TableContract contract, String field, @Nullable String value) {
    boolean decimal = contract.get(field).type() == ColumnType.DOUBLE;
    return value == null || !decimal
        ? value
        : new BigDecimal(value).stripTrailingZeros().toPlainString();
  }

  private void check(InspectionRequest request, List<InspectionItem> items) {
    Problems problems = new Problems();
    if (items.isEmpty()) {
      problems.add(
          "census qc",
          0,
          "no objects of %s are published for census year %d; census ingest brings them"
              .formatted(request.unit(), request.year()));
    }
    if (items.size() > method.mostItems()) {
      problems.add(
          "census qc",
          0,
          "the sample has more than %d indicators, the most of one sheet: inspect by county or --table, or lower --share"
              .formatted(method.mostItems()));
    }
    problems.refuse();
  }

  private void record(InspectionSample sample) {
    LocalDate day = LocalDate.of(sample.year(), 12, 31);
    List<String> counties = sample.counties();
    Run run = new Run(sample.id(), CENSUS, sample.year(), day, counties, sample.method());
    Lake lake = Lake.open(spark, contracts, run);
    boolean recorded =
        !lake.read(InspectionSample.TABLE).where(col("sample_id").equalTo(sample.id())).isEmpty();
    if (!recorded) {
      Slice slice = new Slice(sample.year(), counties, Optional.empty());
      lake.append(InspectionSample.TABLE, slice, sample.id(), sample.rows(spark));
      lake.publish();
    }
  }
}
