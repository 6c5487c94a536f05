package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.risk.CellFact.Kind;
import org.riskcensus.core.risk.GradeRule;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * How much the grades of units depend on the weights 权重敏感性: every cell is computed again by each
 * run of the weights, breaks frozen, and units are graded from it as they were. A group is a unit;
 * what leaves it are sums, whose size does not grow with the cells. The hazard index stays as it
 * is.
 */
final class Sensitivity {

  /** Steps of area by run and level, flat, and of area times risk by run. */
  static final StructType SUMS =
      new StructType()
          .add("unit", StringType)
          .add("hazard", StringType)
          .add("areas", ArrayType.apply(LongType, false))
          .add("risks", ArrayType.apply(LongType, false));

  /** Grade and mean risk in each run. */
  static final StructType GRADES =
      new StructType()
          .add("unit", StringType)
          .add("hazard", StringType)
          .add("grades", ArrayType.apply(IntegerType, false))
          .add("risks", ArrayType.apply(DoubleType, false));

  private final AssessmentMethods methods;
  private final RiskLevels levels;
  private final VariedWeights varied;

  /**
   * Sensitivity of grades.
   *
   * @param methods methods with what the data gave
   * @param levels breaks of the release
   */
  Sensitivity(AssessmentMethods methods, RiskLevels levels) {
    this.methods = methods;
    this.levels = levels;
    this.varied = new VariedWeights(methods);
  }

  /**
   * Grades of all units in all runs.
   *
   * @param facts facts of the cells
   * @param inputs what is known of the cells, as {@link CellRisk#inputs} gives it, with the
   *     indicators of the indices
   */
  Dataset<Row> grades(Dataset<Row> facts, Dataset<Row> inputs) {
    AssessmentMethods all = methods;
    RiskLevels breaks = levels;
    VariedWeights runs = varied;
    FlatMapGroupsFunction<String, Row, Row> vary =
        (unit, rows) -> new VariedUnit(all, runs, breaks).add(rows).rows(unit);
    Dataset<Row> finest =
        cells(facts, inputs)
            .groupByKey((MapFunction<Row, String>) row -> row.getAs("part_unit"), Encoders.STRING())
            .flatMapGroups(vary, Encoders.row(SUMS));
    GradeRule rule = new GradeRule(methods.risk().minUnitShare());
    int count = levels.size();
    MapGroupsFunction<String, Row, Row> grade = (key, rows) -> grades(rows, rule, count);
    return UnitTree.rollUp(finest)
        .groupByKey(
            (MapFunction<Row, String>) row -> row.getString(0) + " " + row.getString(1),
            Encoders.STRING())
        .mapGroups(grade, Encoders.row(GRADES));
  }

  /** Each unit's part of each cell with what is known of the cell. */
  private static Dataset<Row> cells(Dataset<Row> facts, Dataset<Row> inputs) {
    Dataset<Row> parts =
        CellTables.facts(facts, Kind.UNIT_CELL)
            .select(
                col("cell"),
                col("unit").as("part_unit"),
                substring(col("unit"), 1, 6).as("county_code"),
                col("quantity").as("part_area"));
    return parts.join(inputs, Units.scala(List.of("county_code", "cell")), "inner");
  }

  private static Row grades(Iterator<Row> sums, GradeRule rule, int levels) {
    Row first = sums.next();
    long[] areas = longs(first, 2);
    long[] risks = longs(first, 3);
    while (sums.hasNext()) {
      Row next = sums.next();
      add(areas, longs(next, 2));
      add(risks, longs(next, 3));
    }
    int[] grades = new int[risks.length];
    double[] means = new double[risks.length];
    for (int run = 0; run < risks.length; run++) {
      long[] ofRun = Arrays.copyOfRange(areas, run * (levels + 1), (run + 1) * (levels + 1));
      grades[run] = rule.grade(ofRun);
      means[run] = risks[run] / (double) Arrays.stream(ofRun).sum();
    }
    return RowFactory.create(first.get(0), first.get(1), grades, means);
  }

  private static long[] longs(Row row, int field) {
    return row.<Long>getList(field).stream().mapToLong(Long::longValue).toArray();
  }

  private static void add(long[] sums, long[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  /** The mart of how often a grade stays; {@code grades} as {@link #grades} gives them. */
  Dataset<Row> stability(Dataset<Row> grades) {
    SensitivityRows rows = new SensitivityRows(varied.runs());
    return grades.map(
        (MapFunction<Row, Row>) rows::stability, Encoders.row(SensitivityRows.STABILITY));
  }

  /** The mart of what each weight alone does, for the hazards that each county has. */
  Dataset<Row> ofWeights(Dataset<Row> grades, Dataset<Row> weights) {
    SensitivityRows rows = new SensitivityRows(varied.runs());
    return grades
        .withColumn("county_code", substring(col("unit"), 1, 6))
        .join(
            org.apache.spark.sql.functions.broadcast(weights.select("county_code", "weights")),
            Units.scala(List.of("county_code")),
            "inner")
        .flatMap(
            (FlatMapFunction<Row, Row>) rows::ofWeights, Encoders.row(SensitivityRows.OF_WEIGHT));
  }
}
