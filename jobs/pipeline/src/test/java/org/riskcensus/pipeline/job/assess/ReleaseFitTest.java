package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.core.risk.ComprehensiveMethod;
import org.riskcensus.core.risk.DisasterChain;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.core.risk.RiskMethod;
import org.riskcensus.core.weighting.Weighting;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.audit.QualityRefusedException;
import org.riskcensus.pipeline.config.CellSizes;

/** Ranges, weights and breaks that are taken from the cells of a release. */
class ReleaseFitTest {

  private static final CellSizes SIZES = CellSizes.of(100);

  private static SparkSession spark;

  @BeforeAll
  static void session() {
    spark = LocalSpark.session();
  }

  private static ExposureMethod observed(Weighting.Kind kind) {
    Map<String, Double> halves = new LinkedHashMap<>();
    halves.put("population", 0.5);
    halves.put("gdp_wan", 0.5);
    return new ExposureMethod(
        List.of(
            new ExposureMethod.Component(Exposure.POPULATION, null),
            new ExposureMethod.Component(Exposure.GDP, null)),
        new Weighting(kind, halves, 0));
  }

  /** Cells of 1 km²: pairs of population and product. */
  private static Dataset<Row> cells(double... pairs) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      rows.add(RowFactory.create(1e6, pairs[i], pairs[i + 1]));
    }
    StructType schema =
        new StructType()
            .add("area_m2", DataTypes.DoubleType)
            .add("population", DataTypes.DoubleType)
            .add("gdp_wan", DataTypes.DoubleType);
    return spark.createDataFrame(rows, schema);
  }

  /**
   * By hand: population 10, 10, 30, 10 normalises to 0, 0, 1, 0 with entropy 0; product 0, 0, 8, 8
   * to 0, 0, 1, 1 with entropy ln 2 / ln 4. So 1 − e is 1 and 1/2, and with equal expert weights
   * the combined ones stand √2 to 1.
   */
  @Test
  void rangesAndEntropyWeightsComeFromTheCells() {
    Dataset<Row> cells = cells(10, 0, 10, 0, 30, 8, 10, 8);
    ExposureMethod entropy = ExposureFit.of(cells, observed(Weighting.Kind.ENTROPY), SIZES);
    assertThat(entropy.weighting().weights().get("population")).isCloseTo(2 / 3.0, within(1e-5));
    assertThat(entropy.normalised(new double[] {20, 8}, 1e6))
        .containsExactly(new double[] {0.5, 1}, within(1e-12));
    ExposureMethod both = ExposureFit.of(cells, observed(Weighting.Kind.COMBINED), SIZES);
    double root = Math.sqrt(2);
    assertThat(both.weighting().weights().get("population"))
        .isCloseTo(root / (1 + root), within(1e-5));
  }

  @Test
  void aColumnThatIsTheSameEverywhereIsConstantAndWeighsNothing() {
    ExposureMethod fitted =
        ExposureFit.of(cells(5, 1, 5, 2, 5, 9), observed(Weighting.Kind.ENTROPY), SIZES);
    assertThat(fitted.components().get(0).perSquareKilometre())
        .matches(range -> range != null && range.isConstant());
    assertThat(fitted.weighting().weights()).containsEntry("population", 0.0);
    assertThat(fitted.normalised(new double[] {5, 9}, 1e6)[0]).isZero();
  }

  private static RiskMethod method(BreakRule rule) {
    ComprehensiveMethod none =
        new ComprehensiveMethod(
            ComprehensiveMethod.Rule.WEIGHTED_SUM, Map.of(), 0, Map.of(), DisasterChain.none());
    BreakRule fixed = new BreakRule.Thresholds(List.of(0.1, 0.2, 0.3));
    return new RiskMethod(none, fixed, rule, 0, 0);
  }

  private static Dataset<Row> risks(double... comprehensive) {
    List<Row> rows = new ArrayList<>(List.of(RowFactory.create("flood", 0.9)));
    for (double risk : comprehensive) {
      rows.add(RowFactory.create("comprehensive", risk));
    }
    StructType schema =
        new StructType()
            .add("hazard", DataTypes.StringType)
            .add("risk_index", DataTypes.DoubleType);
    return spark.createDataFrame(rows, schema);
  }

  @Test
  void naturalBreaksComeFromTheCellsWithRiskAndKeepTheirFit() {
    Dataset<Row> risks = risks(0, 0, 0, 0.01, 0.011, 0.05, 0.051, 0.09, 0.091, 0.2);
    RiskLevels levels = RiskLevels.of(method(new BreakRule.Natural(4)), SIZES, any -> risks);
    assertThat(levels.all().levels().lowerBounds()).containsExactly(0.05, 0.09, 0.2);
    assertThat(levels.all().fit()).isGreaterThan(0.999);
    assertThat(levels.ofAll(0)).isEqualTo(1);
    assertThat(levels.ofAll(0.05)).isEqualTo(2);
    assertThat(levels.ofAll(0.2)).isEqualTo(4);
    assertThat(levels.hazard().fit()).isNull();
    assertThat(levels.ofHazard(0.3)).isEqualTo(4);
  }

  @Test
  void percentilesComeFromTheCellsWithRisk() {
    Dataset<Row> risks = risks(0, 0, 0.1, 0.2, 0.3, 0.4, 0.5);
    BreakRule rule = new BreakRule.Percentiles(List.of(20.0, 60.0, 80.0));
    assertThat(RiskLevels.of(method(rule), SIZES, any -> risks).all().levels().lowerBounds())
        .containsExactly(0.1, 0.3, 0.4);
  }

  @Test
  void aReleaseWithTooFewDifferentRisksForNaturalBreaksIsRefused() {
    Dataset<Row> risks = risks(0, 0.1, 0.1);
    assertThatThrownBy(() -> RiskLevels.of(method(new BreakRule.Natural(4)), SIZES, any -> risks))
        .isInstanceOf(QualityRefusedException.class)
        .hasMessageContaining("methods/levels.yaml");
  }
}
