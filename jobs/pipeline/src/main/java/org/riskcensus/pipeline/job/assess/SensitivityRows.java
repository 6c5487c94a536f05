package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.core.sensitivity.GradeStability;
import org.riskcensus.core.sensitivity.WeightRun;
import org.riskcensus.pipeline.job.assess.IndicatorRow.Component;

/** Grades of all runs to the rows of the two marts of sensitivity. */
final class SensitivityRows implements Serializable {

  static final StructType STABILITY =
      new StructType()
          .add("unit", StringType)
          .add("hazard", StringType)
          .add("risk_level", IntegerType)
          .add("runs", IntegerType)
          .add("kept_share", DoubleType)
          .add("lower_share", DoubleType)
          .add("higher_share", DoubleType)
          .add("lowest_level", IntegerType)
          .add("highest_level", IntegerType);

  static final StructType OF_WEIGHT =
      new StructType()
          .add("unit", StringType)
          .add("hazard", StringType)
          .add("component", StringType)
          .add("indicator", StringType)
          .add("level_lowered", IntegerType)
          .add("level_raised", IntegerType)
          .add("mean_risk_lowered", DoubleType)
          .add("mean_risk_raised", DoubleType);

  private static final long serialVersionUID = 1L;

  private final List<WeightRun> runs;

  SensitivityRows(List<WeightRun> runs) {
    this.runs = List.copyOf(runs);
  }

  Row stability(Row unit) {
    List<Integer> grades = unit.getList(2);
    int[] inRuns =
        java.util.stream.IntStream.range(0, runs.size())
            .filter(run -> runs.get(run).kind() == WeightRun.Kind.RANDOM)
            .map(grades::get)
            .toArray();
    GradeStability found = GradeStability.of(grades.get(0), inRuns);
    return RowFactory.create(
        unit.get(0),
        unit.get(1),
        grades.get(0),
        found.runs(),
        found.keptShare(),
        found.lowerShare(),
        found.higherShare(),
        found.lowest(),
        found.highest());
  }

  /** A row for each weight that counts for the hazard; lowered and raised stand side by side. */
  Iterator<Row> ofWeights(Row unit) {
    String hazard = unit.getAs("hazard");
    List<Integer> grades = unit.getList(unit.fieldIndex("grades"));
    List<Double> risks = unit.getList(unit.fieldIndex("risks"));
    Map<String, Double> present = unit.getJavaMap(unit.fieldIndex("weights"));
    List<Row> rows = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      WeightRun one = runs.get(run);
      if (one.kind() == WeightRun.Kind.LOWERED && counts(one, hazard, present)) {
        rows.add(
            RowFactory.create(
                unit.getAs("unit"),
                hazard,
                one.component(),
                one.indicator(),
                grades.get(run),
                grades.get(run + 1),
                risks.get(run),
                risks.get(run + 1)));
      }
    }
    return rows.iterator();
  }

  private static boolean counts(WeightRun run, String hazard, Map<String, Double> present) {
    return !run.component().equals(Component.RISK.code())
        || (hazard.equals(RiskKind.COMPREHENSIVE) && present.containsKey(run.indicator()));
  }
}
