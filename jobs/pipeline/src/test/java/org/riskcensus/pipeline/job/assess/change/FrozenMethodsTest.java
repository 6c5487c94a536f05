package org.riskcensus.pipeline.job.assess.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.AssessmentMethods;

class FrozenMethodsTest {

  private static final StructType SCHEMA =
      StructType.fromDDL(
          "hazard STRING, component STRING, indicator STRING, parameter STRING, value DOUBLE");

  private final List<Row> values = new ArrayList<>();

  private void value(Object... columns) {
    values.add(new GenericRowWithSchema(columns, SCHEMA));
  }

  /** Population by the range of the data and all weights by entropy; natural breaks of all risk. */
  private static AssessmentMethods fittedToData() {
    SchemaFiles files = SchemaFiles.load();
    String exposure =
        files
            .text("methods/exposure.yaml")
            .replace(
                "population: {min: 10, max: 5000, scale: log}", "population: {range: observed}")
            .replace("method: ahp", "method: entropy")
            .replaceAll("(?s)      order:.*?- \\[1/2, 1, 1]\\n        - \\[1/2, 1, 1]\\n", "");
    String levels =
        files
            .text("methods/levels.yaml")
            .replace(
                "value: {method: thresholds, breaks: [0.01, 0.03, 0.05]}",
                "value: {method: natural_breaks}");
    return AssessmentMethods.load(
        files.with(Map.of("methods/exposure.yaml", exposure, "methods/levels.yaml", levels)));
  }

  @Test
  void whatWasTakenFromTheDataIsFixedAtWhatTheReleaseRecorded() {
    AssessmentMethods methods = fittedToData();
    assertThat(methods.exposure().needsData()).isTrue();
    value("comprehensive", "exposure", "population", "min", 0.0);
    value("comprehensive", "exposure", "population", "max", 400.0);
    value("comprehensive", "exposure", "population", "weight", 0.6);
    value("comprehensive", "exposure", "gdp_wan", "weight", 0.3);
    value("comprehensive", "exposure", "building_value_wan", "weight", 0.1);
    value("comprehensive", "risk", "level", "from_level_2", 0.02);
    value("comprehensive", "risk", "level", "from_level_3", 0.06);
    value("comprehensive", "risk", "level", "from_level_4", 0.1);
    AssessmentMethods frozen = FrozenMethods.of(methods, values);
    assertThat(frozen.exposure().needsData()).isFalse();
    assertThat(frozen.exposure().normalised(new double[] {100, 0, 0}, 1e6)[0]).isEqualTo(0.25);
    assertThat(frozen.exposure().weighting().weights()).containsEntry("population", 0.6);
    assertThat(frozen.risk().comprehensiveBreaks())
        .isEqualTo(new BreakRule.Thresholds(List.of(0.02, 0.06, 0.1)));
    assertThat(frozen.risk().hazardBreaks()).isEqualTo(methods.risk().hazardBreaks());
  }

  @Test
  void methodsThatAskNoDataStayAsTheyAre() {
    AssessmentMethods methods = AssessmentMethods.load();
    assertThat(FrozenMethods.of(methods, List.of())).isEqualTo(methods);
  }

  @Test
  void aReleaseThatRecordedNothingCannotBeFrozen() {
    assertThatThrownBy(() -> FrozenMethods.of(fittedToData(), List.of()))
        .hasMessageContaining("has not recorded");
  }
}
