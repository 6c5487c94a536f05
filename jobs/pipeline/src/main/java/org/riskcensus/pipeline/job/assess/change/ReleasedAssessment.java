package org.riskcensus.pipeline.job.assess.change;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.job.assess.AssessConfig;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.yaml.Problems;

/** One of the two releases: its tables, and what it was assessed with. */
final class ReleasedAssessment {

  private static final String METHODS = "ops.method_file";

  private final SparkSession spark;
  private final Contracts contracts;
  private final ReleasedTables tables;
  private final Column wanted;

  /**
   * The release of a census year.
   *
   * @param counties six-digit codes of the counties looked at; empty for all
   */
  ReleasedAssessment(
      SparkSession spark, Contracts contracts, ReleasedTables tables, List<String> counties) {
    this.spark = spark;
    this.contracts = contracts;
    this.tables = tables;
    tables.requireHazards(contracts);
    this.wanted = counties.isEmpty() ? lit(true) : col("county_code").isin(counties.toArray());
  }

  ReleasedTables tables() {
    return tables;
  }

  /** The rows of a table for the counties looked at; none where the release lacks it. */
  Dataset<Row> read(String table) {
    return tables.has(table)
        ? tables.read(table).where(wanted)
        : spark.createDataFrame(List.of(), contracts.get(table).sparkSchema());
  }

  /** What the boundaries of the units are, as one number that tells any two apart. */
  Row boundaries() {
    return read("staging.admin_unit")
        .agg(
            count(lit(1)),
            sum(xxhash64(col("admin_code"), col("level"), col("geometry")).cast("decimal(38,0)")))
        .first();
  }

  /** Versions of the methods it was assessed with. */
  String methodVersion() {
    return read("marts.unit_risk").select("method_version").first().getString(0);
  }

  /**
   * The files that decide its risk, its list of hazards too; the project's where it has not kept
   * one, as releases of old have not.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when counties looked at were assessed
   *     by different ones
   */
  Map<String, String> methodTexts() {
    Map<String, List<String>> kept = keptTexts();
    Map<String, String> first = new TreeMap<>();
    kept.forEach((path, texts) -> first.put(path, texts.get(0)));
    SchemaFiles files = SchemaFiles.ofProject().with(first);
    Map<String, String> texts = new TreeMap<>();
    Problems problems = new Problems();
    for (String path : AssessmentMethods.deciding(files)) {
      texts.put(path, files.text(path));
      if (kept.getOrDefault(path, List.of()).size() > 1) {
        String message =
            "counties of %s were assessed by different texts of this file; name one with --unit";
        problems.add(path, 0, message.formatted(tables.tag()));
      }
    }
    problems.refuse();
    return texts;
  }

  /** Every text that a file has in the release, by path. */
  private Map<String, List<String>> keptTexts() {
    Map<String, List<String>> texts = new TreeMap<>();
    read(METHODS)
        .select("path", "text")
        .distinct()
        .orderBy("path", "text")
        .collectAsList()
        .forEach(
            row ->
                texts
                    .computeIfAbsent(row.getString(0), path -> new ArrayList<>())
                    .add(row.getString(1)));
    return texts;
  }

  private boolean hasKeptMethods() {
    return !read(METHODS).isEmpty();
  }

  /** Contracts with the levels it was assessed by. */
  Contracts contracts() {
    return contracts.with(levels());
  }

  /** The levels it was assessed by. */
  LevelScale levels() {
    return LevelScale.of(Objects.requireNonNull(methodTexts().get(LevelScale.FILE)));
  }

  /** Whether both releases were assessed with the same methods, breaks and cells. */
  boolean sameMethod(ReleasedAssessment other) {
    boolean kept = hasKeptMethods() && other.hasKeptMethods();
    boolean same =
        kept
            ? methodTexts().equals(other.methodTexts())
            : methodVersion().equals(other.methodVersion());
    return same && parameters().equals(other.parameters()) && cellSize() == other.cellSize();
  }

  /** The methods it was assessed with, everything taken from its data fixed. */
  AssessmentMethods methods() {
    AssessmentMethods methods = AssessmentMethods.load(SchemaFiles.load().with(methodTexts()));
    if (!hasKeptMethods() && !methods.version().equals(methodVersion())) {
      Problems problems = new Problems();
      problems.add(
          tables.tag(),
          0,
          "was assessed by methods that it has not kept (%s); run that census again"
              .formatted(methodVersion()));
      problems.refuse();
    }
    return FrozenMethods.of(methods, read("marts.method_value").collectAsList());
  }

  /**
   * What the risk was computed with, but for the weights that follow the data of losses and what
   * only tells how firm grades are.
   */
  List<Row> parameters() {
    return read("marts.method_value")
        .where(col("parameter").notEqual("weight").or(col("component").notEqual("risk")))
        .where(col("parameter").notEqual("loss_weight"))
        .where(col("parameter").notEqual("expert_weight"))
        .where(col("parameter").notEqual("goodness_of_fit"))
        .where(col("indicator").notEqual("sensitivity"))
        .select("hazard", "component", "indicator", "parameter", "value")
        .distinct()
        .orderBy("hazard", "component", "indicator", "parameter", "value")
        .collectAsList();
  }

  /** Side of its assessment cells in metres. */
  double cellSize() {
    return Cells.side(Cells.level(read("marts.cell_exposure").select("cell").first().getLong(0)));
  }

  /** Its methods and cells, for data of a year. */
  AssessConfig assessedAs(int year) {
    return new AssessConfig(year, cellSize(), methods());
  }
}
