package org.riskcensus.pipeline.job.capacity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.capacity.StockAndNeed;
import org.riskcensus.pipeline.method.CapacityMethods;
import org.riskcensus.pipeline.method.CapacityMethods.Measure;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * Stock of resources against need {@code marts.unit_capacity}. A unit without any has 0 where its
 * county filed the table, and is not known where it did not.
 *
 * @param staging tables of the run
 * @param tree the units
 * @param residents of units: {@code admin_code, residents}
 * @param year census year; of the yearbook, the newest year up to it counts
 */
record UnitCapacity(StagingTables staging, UnitTree tree, Dataset<Row> residents, int year) {

  private static final String YEARBOOK_ROW = "yearbook";

  private static final StructType SCHEMA =
      StructType.fromDDL(
          "county_code string, admin_code string, name string, unit_level string, measure string,"
              + " unit string, stock double, basis double, need double, per_head double,"
              + " coverage_pct double, status string, wanted_pct double, reason string,"
              + " standard string, evidence string");

  /** The rows of all measures. */
  Dataset<Row> of(List<Measure> measures) {
    List<Measure> objects = measures.stream().filter(m -> !ofYearbook(m)).toList();
    Dataset<Row> filed = union(objects, this::filed);
    Dataset<Row> stock =
        union(objects, this::quantities)
            .join(tree.within().select("unit", "admin_code"), "unit")
            .groupBy("admin_code", "measure")
            .agg(Sums.exact(col("quantity")).as("held"));
    Dataset<Row> rows =
        wanted(measures)
            .join(filed, new String[] {"county_code", "measure"}, "left")
            .join(stock, new String[] {"admin_code", "measure"}, "left")
            .join(residents, new String[] {"admin_code"}, "left")
            .join(yearbook(), new String[] {"admin_code"}, "left")
            .withColumn("stock", when(col("filed"), coalesce(col("held"), lit(0.0))));
    Map<String, Measure> byId =
        measures.stream().collect(Collectors.toMap(Measure::id, measure -> measure));
    MapFunction<Row, Row> judge =
        unit -> judged(unit, Objects.requireNonNull(byId.get(unit.<String>getAs("measure"))));
    return rows.map(judge, Encoders.row(SCHEMA));
  }

  private static boolean ofYearbook(Measure measure) {
    return measure.table().equals(CapacityMethods.YEARBOOK);
  }

  private static Dataset<Row> union(List<Measure> measures, Function<Measure, Dataset<Row>> of) {
    return measures.stream().map(of).reduce(Dataset::union).orElseThrow();
  }

  /** Each unit with the measures of its level. */
  private Dataset<Row> wanted(List<Measure> measures) {
    Column own = lit(null);
    for (String level : List.of("village", "township", "county")) {
      String[] ids =
          measures.stream()
              .filter(measure -> measure.levels().contains(level))
              .map(Measure::id)
              .toArray(String[]::new);
      own = when(col("unit_level").equalTo(level), lit(ids)).otherwise(own);
    }
    return tree.named().withColumn("measure", explode(own));
  }

  private Dataset<Row> quantities(Measure measure) {
    return staging
        .table(measure.table())
        .select(
            lit(measure.id()).as("measure"),
            col("admin_code").as("unit"),
            col(measure.column()).cast("double").as("quantity"));
  }

  /** Counties that filed the resource. */
  private Dataset<Row> filed(Measure measure) {
    return staging
        .table(measure.table())
        .select(lit(measure.id()).as("measure"), col("county_code"))
        .distinct()
        .withColumn("filed", lit(true));
  }

  /** The newest row of each county's yearbook: of several of a year the one surveyed last. */
  private Dataset<Row> yearbook() {
    Dataset<Row> rows = staging.table(CapacityMethods.YEARBOOK);
    Column[] figures = Arrays.stream(rows.columns()).map(name -> col(name)).toArray(Column[]::new);
    return rows.where(col("year").leq(year))
        .groupBy("admin_code")
        .agg(
            max_by(struct(figures), struct(col("year"), col("survey_date"), col("object_id")))
                .as(YEARBOOK_ROW));
  }

  private static Row judged(Row unit, Measure measure) {
    String county = unit.getAs("county_code");
    String level = unit.getAs("unit_level");
    Double stock = ofYearbook(measure) ? figure(unit, measure.column()) : unit.getAs("stock");
    StockAndNeed.Unit of = new StockAndNeed.Unit(level, county, stock, basis(unit, measure));
    StockAndNeed found = StockAndNeed.of(measure.rule(), of);
    StockAndNeed.Reason reason = found.reason();
    return RowFactory.create(
        county,
        unit.getAs("admin_code"),
        unit.getAs("name"),
        level,
        measure.id(),
        measure.unit(),
        of.stock(),
        of.basis(),
        found.need(),
        found.perHead(),
        found.coveragePct(),
        found.status().name().toLowerCase(Locale.ROOT),
        measure.rule().wantedPct(),
        reason == null ? null : reason.name().toLowerCase(Locale.ROOT),
        measure.standard(),
        measure.evidence());
  }

  private static @Nullable Double basis(Row unit, Measure measure) {
    if (!measure.rule().isByHead()) {
      return null;
    }
    String basis = measure.rule().basis();
    return basis.equals(CapacityMethods.RESIDENTS)
        ? unit.<@Nullable Double>getAs("residents")
        : figure(unit, basis);
  }

  private static @Nullable Double figure(Row unit, String column) {
    Row yearbook = unit.getAs(YEARBOOK_ROW);
    Number figure = yearbook == null ? null : yearbook.getAs(column);
    return figure == null ? null : figure.doubleValue();
  }
}
