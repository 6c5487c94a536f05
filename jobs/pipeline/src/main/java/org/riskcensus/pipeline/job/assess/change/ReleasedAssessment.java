package org.riskcensus.pipeline.job.assess.change;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.job.assess.AssessConfig;
import org.riskcensus.pipeline.lakehouse.KeptMethods;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.yaml.Problems;

/** One of the two releases: its tables, and what it was assessed with. */
final class ReleasedAssessment {

  private final SparkSession spark;
  private final Contracts contracts;
  private final ReleasedTables tables;
  private final Column wanted;
  private final KeptMethods kept;
  private final SortedMap<String, Integer> cellSides;

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
    this.kept = KeptMethods.of(tables, wanted);
    this.cellSides = readCellSides();
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

  /** Versions of the methods it was assessed with: one, but where counties differ. */
  private List<String> methodVersions() {
    return read("marts.unit_risk")
        .select("method_version")
        .distinct()
        .orderBy("method_version")
        .as(Encoders.STRING())
        .collectAsList();
  }

  /** Contracts with the levels it was assessed by. */
  Contracts contracts() {
    return contracts.with(levels());
  }

  /** The levels it was assessed by. */
  LevelScale levels() {
    return LevelScale.of(Objects.requireNonNull(kept.texts().get(LevelScale.FILE)));
  }

  /**
   * Whether both releases were assessed with the same methods, breaks and cells.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when counties looked at were assessed
   *     by different methods
   */
  boolean sameMethod(ReleasedAssessment other) {
    boolean same =
        (kept.complete() && other.kept.complete())
            ? kept.same(other.kept)
            : methodVersions().equals(other.methodVersions());
    return same && parameters().equals(other.parameters()) && resized(other).isEmpty();
  }

  /** The methods it was assessed with, everything taken from its data fixed. */
  AssessmentMethods methods() {
    SchemaFiles files = SchemaFiles.load().with(kept.texts(), tables.tag());
    AssessmentMethods methods = AssessmentMethods.load(files);
    if (!kept.complete() && !methodVersions().equals(List.of(methods.version()))) {
      Problems problems = new Problems();
      problems.add(
          tables.tag(),
          0,
          "was assessed by methods that it has not kept (%s); run that census again"
              .formatted(String.join("; ", methodVersions())));
      problems.refuse();
    }
    return FrozenMethods.of(methods, read("marts.method_value").collectAsList());
  }

  /**
   * What the risk was computed with, but for the weights that follow the data of losses, breaks of
   * susceptibility that follow the hazard points, and what only tells how firm grades are.
   */
  List<Row> parameters() {
    return read("marts.method_value")
        .where(col("parameter").notEqual("weight").or(col("component").notEqual("risk")))
        .where(col("parameter").notEqual("loss_weight"))
        .where(col("parameter").notEqual("expert_weight"))
        .where(col("parameter").notEqual("goodness_of_fit"))
        .where(not(col("indicator").isin("sensitivity", "susceptibility", "cell")))
        .select("hazard", "component", "indicator", "parameter", "value")
        .distinct()
        .orderBy("hazard", "component", "indicator", "parameter", "value")
        .collectAsList();
  }

  /** Sides of its assessment cells in metres, by county. */
  SortedMap<String, Integer> cellSides() {
    return cellSides;
  }

  private SortedMap<String, Integer> readCellSides() {
    SortedMap<String, Integer> sides = new TreeMap<>();
    for (Row row :
        read("marts.cell_exposure").groupBy("county_code").agg(min("cell")).collectAsList()) {
      sides.put(row.getString(0), (int) CellGrid.of(row.getLong(1)).side());
    }
    return sides;
  }

  /** Counties of both releases whose cells have another side in {@code later}. */
  List<String> resized(ReleasedAssessment later) {
    return cellSides.entrySet().stream()
        .filter(
            side -> {
              Integer after = later.cellSides.get(side.getKey());
              return after != null && !after.equals(side.getValue());
            })
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Its methods and cells for the data of {@code later}, whose own cells new counties keep. */
  AssessConfig assessedAs(int year, ReleasedAssessment later) {
    SortedMap<String, Integer> sides = new TreeMap<>(later.cellSides);
    sides.putAll(cellSides);
    return new AssessConfig(year, CellSizes.ofAll(sides), methods());
  }
}
