package org.riskcensus.pipeline.job.assess.change;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.assess.Reassessment;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * What changed its risk level from one release to the next, and why. Between the two releases the
 * risk is computed again with the new data under the old boundaries and the old method with its
 * breaks, then with the new boundaries too; a step at which nothing differs is not computed.
 */
public final class ChangeJob {

  private static final String STEP = "diff";
  private static final List<String> UNIT = List.of("admin_code", "hazard");
  private static final List<String> PLACE = List.of("county_code", "cell", "other", "hazard");

  private final SparkSession spark;
  private final Contracts contracts;
  private final ChangeConfig config;
  private final Progress progress;

  /** Compares releases in the lake of a session. */
  public ChangeJob(
      SparkSession spark, Contracts contracts, ChangeConfig config, Progress progress) {
    this.spark = spark;
    this.contracts = contracts;
    this.config = config;
    this.progress = progress;
  }

  /**
   * The changes.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when a release is missing, or too old
   *     to be computed again
   */
  public Changes run() {
    List<String> counties = config.county().map(List::of).orElse(List.of());
    ReleasedAssessment from = release("--from", config.from(), counties);
    ReleasedAssessment to = release("--to", config.to(), counties);
    requireCounties(from);
    Held held = held(from, to);
    Dataset<Row> units = keep(units(from, to, held));
    ChangePlaces places = new ChangePlaces(from, to, held.causes().contains(Cause.BOUNDARY));
    if (!places.resized().isEmpty()) {
      progress.note(
          "cells of another side in %s: units and areas are compared, ids of cells are not"
              .formatted(places.resized()));
    }
    Dataset<Row> cells = keep(cells(from, to, held, places));
    return new Changes(config, from, to, units, cells, places, held.causes());
  }

  /** Computed once, for all that is put out. */
  private static Dataset<Row> keep(Dataset<Row> rows) {
    return rows.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
  }

  private ReleasedAssessment release(String option, int year, List<String> counties) {
    ReleasedTables tables =
        ReleasedTables.find(spark, year)
            .orElseGet(
                () -> {
                  Problems problems = new Problems();
                  String message = "the lake has no release census-" + year;
                  problems.add(option, 0, message + "; run the census of that year first");
                  problems.refuse();
                  throw new IllegalStateException(message);
                });
    return new ReleasedAssessment(spark, contracts, tables, counties);
  }

  private void requireCounties(ReleasedAssessment from) {
    if (from.read("marts.unit_risk").isEmpty()) {
      Problems problems = new Problems();
      String what = config.county().map(code -> "county " + code).orElse("county");
      problems.add(
          "--from", 0, from.tables().tag() + " has no " + what + " with a risk to compare");
      problems.refuse();
    }
  }

  /**
   * Risk with something held.
   *
   * @param underOldBoundaries new data under old boundaries and method
   * @param underOldMethod new data and boundaries under the old method
   * @param causes what differs between the releases besides data
   * @param comparable whether both name their levels by the same scale
   */
  private record Held(
      Reassessment underOldBoundaries,
      Reassessment underOldMethod,
      List<Cause> causes,
      boolean comparable) {}

  private Held held(ReleasedAssessment from, ReleasedAssessment to) {
    boolean sameMethod = from.sameMethod(to);
    boolean sameBoundaries = from.boundaries().equals(to.boundaries());
    List<Cause> causes = new ArrayList<>(List.of(Cause.DATA));
    Reassessment published =
        new Reassessment(to.read("marts.unit_risk"), to.read("marts.cell_risk"));
    Reassessment underOldMethod = published;
    if (!sameMethod) {
      progress.note(
          "the methods differ: the new data are assessed by those of " + from.tables().tag());
      underOldMethod = assess(from, to, to);
    }
    Reassessment underOldBoundaries = underOldMethod;
    if (!sameBoundaries) {
      progress.note(
          "boundaries differ: the new data are assessed within those of " + from.tables().tag());
      underOldBoundaries = assess(from, to, from);
      causes.add(Cause.BOUNDARY);
    }
    if (!sameMethod) {
      causes.add(Cause.METHOD);
    }
    boolean comparable = from.levels().isComparable(to.levels());
    if (!comparable) {
      progress.note("the releases have different levels, which cannot be compared by number");
    }
    return new Held(underOldBoundaries, underOldMethod, causes, comparable);
  }

  /** New data by the old method, within the boundaries of one of the releases. */
  private Reassessment assess(
      ReleasedAssessment from, ReleasedAssessment to, ReleasedAssessment boundaries) {
    progress.begin(STEP, "assessing " + to.tables().tag() + " again");
    return Reassessment.of(
        table -> (table.equals("admin_unit") ? boundaries : to).read("staging." + table),
        from.assessedAs(config.to(), to));
  }

  private Dataset<Row> units(ReleasedAssessment from, ReleasedAssessment to, Held held) {
    Column ofUnit = col("admin_code").startsWith(config.prefix()).and(ofHazard());
    List<Dataset<Row>> steps =
        List.of(
                from.read("marts.unit_risk"),
                held.underOldBoundaries().unitRisk(),
                held.underOldMethod().unitRisk(),
                to.read("marts.unit_risk"))
            .stream()
            .map(
                rows ->
                    rows.where(ofUnit)
                        .withColumn("level", col("risk_level"))
                        .withColumn("index", col("mean_risk_index")))
            .toList();
    Dataset<Row> names =
        steps
            .get(3)
            .select(col("admin_code"), col("name"), col("unit_level"))
            .union(steps.get(0).select(col("admin_code"), col("name"), col("unit_level")))
            .groupBy("admin_code")
            .agg(functions.first("name").as("name"), max("unit_level").as("unit_level"));
    Dataset<Row> drivers = Drivers.of(from, to);
    return LevelSteps.judged(LevelSteps.of(steps, UNIT), held.comparable())
        .join(names, "admin_code")
        .join(drivers, scala(UNIT), "left");
  }

  private Column ofHazard() {
    return config.hazard().map(name -> col("hazard").equalTo(name)).orElse(lit(true));
  }

  /** Places; where a county has a hazard, places that it does not reach are at level 0. */
  private Dataset<Row> cells(
      ReleasedAssessment from, ReleasedAssessment to, Held held, ChangePlaces at) {
    List<Dataset<Row>> steps =
        List.of(
                at.ofEarlier(risk(from.read("marts.cell_risk"))),
                at.ofEarlier(risk(held.underOldBoundaries().cellRisk())),
                at.ofEarlier(risk(held.underOldMethod().cellRisk())),
                at.ofLater(risk(to.read("marts.cell_risk"))))
            .stream()
            .map(
                rows ->
                    rows.where(ofHazard())
                        .withColumn("level", col("risk_level"))
                        .withColumn("index", col("risk_index")))
            .toList();
    Dataset<Row> places = LevelSteps.of(steps, PLACE);
    List<Column> present = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      present.add(max(col("level_" + i)).as("present_" + i));
    }
    Column[] rest = present.subList(1, present.size()).toArray(Column[]::new);
    Dataset<Row> surveyed = places.groupBy("county_code", "hazard").agg(present.get(0), rest);
    Dataset<Row> filled = places.join(surveyed, scala(List.of("county_code", "hazard")), "inner");
    for (int i = 0; i < steps.size(); i++) {
      Column reached = coalesce(col("level_" + i), lit(0));
      filled =
          filled
              .withColumn("level_" + i, when(col("present_" + i).isNotNull(), reached))
              .drop("present_" + i);
    }
    return LevelSteps.judged(filled, held.comparable())
        .join(at.areas(), scala(ChangePlaces.KEY), "left");
  }

  private static Dataset<Row> risk(Dataset<Row> cellRisk) {
    return cellRisk.select("county_code", "cell", "hazard", "risk_level", "risk_index");
  }

  static scala.collection.immutable.Seq<String> scala(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }

  /** Area by hazard, levels, change and cause; no number of cells where their side changed. */
  static Dataset<Row> areas(Dataset<Row> cells) {
    return cells
        .groupBy("county_code", "hazard", "level_0", "level_3", "change", "cause")
        .agg(
            sum("area_m2").as("area_m2"),
            when(max("other").equalTo(0), functions.count(lit(1))).as("cells"));
  }
}
