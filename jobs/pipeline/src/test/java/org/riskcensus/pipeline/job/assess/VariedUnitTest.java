package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.risk.ComprehensiveMethod;
import org.riskcensus.core.risk.RiskMethod;
import org.riskcensus.core.sensitivity.WeightRun;
import org.riskcensus.pipeline.job.assess.IndicatorRow.Component;
import org.riskcensus.pipeline.method.AssessmentMethods;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One cell of 1 km² worked out by hand: population at its upper end, no product and no buildings,
 * so that the exposure index is the weight of the population, 0.5; vulnerability 0.5 whatever the
 * weights; no capacity.
 */
class VariedUnitTest {

  private static final AssessmentMethods METHODS = AssessmentMethods.load();
  private static final List<Double> BREAKS = List.of(0.02, 0.045, 0.07);

  private static final StructType HAZARD =
      new StructType()
          .add("hazard", DataTypes.StringType)
          .add("index", DataTypes.DoubleType)
          .add("danger", DataTypes.IntegerType);

  private static final StructType CELL =
      new StructType()
          .add("unit", DataTypes.StringType)
          .add("part_area", DataTypes.DoubleType)
          .add("area_m2", DataTypes.DoubleType)
          .add("population", DataTypes.DoubleType)
          .add("gdp_wan", DataTypes.DoubleType)
          .add("building_value_wan", DataTypes.DoubleType)
          .add("weights", DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType))
          .add("hazards", ArrayType.apply(HAZARD))
          .add("indicators", ArrayType.apply(IndicatorRow.SCHEMA));

  private static Row cell(double flood) {
    List<Row> indicators = new ArrayList<>();
    for (String name : List.of("structure", "age", "dependants")) {
      Row row =
          new IndicatorRow("comprehensive", Component.VULNERABILITY, name, 0.5, "1", 0.5, 0.3, null)
              .toRow();
      indicators.add(
          new GenericRowWithSchema(
              IntStream.range(0, row.size()).mapToObj(row::get).toArray(), IndicatorRow.SCHEMA));
    }
    Row hazard = new GenericRowWithSchema(new Object[] {"flood", flood, 0}, HAZARD);
    return new GenericRowWithSchema(
        new Object[] {
          "370321101000",
          1e6,
          1e6,
          5000.0,
          0.0,
          0.0,
          CollectionConverters.asScala(Map.of("flood", 0.6, "subsidence", 0.4)),
          CollectionConverters.asScala(List.of(hazard)).toSeq(),
          CollectionConverters.asScala(indicators).toSeq()
        },
        CELL);
  }

  private static RiskLevels levels() {
    RiskLevels.Breaks breaks =
        new RiskLevels.Breaks(new BreakRule.Thresholds(BREAKS), new LevelBreaks(BREAKS), null);
    return new RiskLevels(breaks, breaks);
  }

  /** The level of the only cell in each run, by hazard. */
  private static Map<String, int[]> levels(VariedWeights varied, double flood) {
    Map<String, int[]> levels = new TreeMap<>();
    new VariedUnit(METHODS, varied, levels())
        .add(List.of(cell(flood)).iterator())
        .rows("370321101201")
        .forEachRemaining(
            row -> {
              long[] areas = (long[]) row.get(2);
              levels.put(
                  row.getString(1),
                  IntStream.range(0, areas.length)
                      .filter(i -> areas[i] > 0)
                      .map(i -> i % 5)
                      .toArray());
            });
    return levels;
  }

  /**
   * By hand: 0.085 · 0.5 · 0.5 = 0.02125 is level 2. With the population lowered it weighs 0.4/0.9,
   * and 0.085 · 0.4444 · 0.5 = 0.0189 is level 1; raised it weighs 0.6/1.1, level 2 again.
   */
  @Test
  void aWeightAloneMovesACellBelowABreak() {
    VariedWeights varied = new VariedWeights(METHODS);
    int[] flood = levels(varied, 0.085).get("flood");
    assertThat(flood[0]).isEqualTo(2);
    for (int run = 0; run < flood.length; run++) {
      WeightRun one = varied.runs().get(run);
      if (one.indicator().equals("population")) {
        assertThat(flood[run]).isEqualTo(one.kind() == WeightRun.Kind.LOWERED ? 1 : 2);
      }
    }
  }

  /** At random the population must weigh 0.4706 at least: 0.085 · w · 0.5 ≥ 0.02. */
  @Test
  void aCellKeepsItsLevelInTheRunsThatLeaveItAboveTheBreak() {
    VariedWeights varied = new VariedWeights(METHODS);
    int[] flood = levels(varied, 0.085).get("flood");
    int kept = 0;
    for (int run = 0; run < flood.length; run++) {
      Map<String, Double> factors = varied.runs().get(run).factors().get("exposure");
      if (factors != null && factors.size() == 3) {
        double people = 0.5 * factors.get("population");
        double all =
            people + 0.25 * factors.get("gdp_wan") + 0.25 * factors.get("building_value_wan");
        assertThat(flood[run]).isEqualTo(people / all >= 0.02 / (0.085 * 0.5) ? 2 : 1);
        kept += flood[run] == 2 ? 1 : 0;
      }
    }
    assertThat(kept).isBetween(101, 199);
  }

  /** Index 0.6: the risk stays between 0.6 · 0.4 · 0.5 and 0.6 · 0.6 · 0.5, far above 0.07. */
  @Test
  void aCellFarFromEveryBreakKeepsItsLevelInAllRuns() {
    Map<String, int[]> levels = levels(new VariedWeights(METHODS), 0.6);
    assertThat(levels.get("flood")).containsOnly(4);
    assertThat(levels.get("comprehensive")).containsOnly(4);
  }

  @Test
  void aHazardThatDoesNotReachTheCellStaysOutOfReach() {
    assertThat(levels(new VariedWeights(METHODS), 0.6).get("subsidence")).containsOnly(0);
  }

  @Test
  void weightsOfHazardsAreVariedOnlyWhereTheyCount() {
    assertThat(components(METHODS)).contains("risk", "exposure");
    RiskMethod risk = METHODS.risk();
    ComprehensiveMethod sum = risk.comprehensive();
    ComprehensiveMethod greatest =
        new ComprehensiveMethod(
            ComprehensiveMethod.Rule.MAXIMUM,
            sum.expert(),
            sum.lossShare(),
            sum.lossKinds(),
            sum.chain());
    RiskMethod maximum =
        new RiskMethod(
            greatest,
            risk.hazardBreaks(),
            risk.comprehensiveBreaks(),
            risk.minCellShare(),
            risk.minUnitShare());
    AssessmentMethods methods =
        new AssessmentMethods(
            METHODS.version(),
            METHODS.hazards(),
            METHODS.exposure(),
            METHODS.vulnerability(),
            METHODS.capacity(),
            maximum,
            METHODS.zoning(),
            METHODS.mapping(),
            METHODS.variation(),
            METHODS.scale(),
            METHODS.susceptibility());
    assertThat(components(methods)).doesNotContain("risk").contains("exposure");
  }

  private static Set<String> components(AssessmentMethods methods) {
    return new VariedWeights(methods)
        .runs().stream().map(WeightRun::component).collect(Collectors.toSet());
  }
}
