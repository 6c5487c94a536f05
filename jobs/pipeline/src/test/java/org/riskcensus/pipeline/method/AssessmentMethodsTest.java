package org.riskcensus.pipeline.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.contract.Contracts;

class AssessmentMethodsTest {

  private static final AssessmentMethods METHODS = AssessmentMethods.load();

  private static Set<String> codes(String list) {
    return Set.copyOf(Contracts.load().codeList(list).codes());
  }

  @Test
  void theMethodsKnowEveryCodeThatStagingCanHold() {
    assertThat(METHODS.geohazard().radiiMetres().keySet()).isEqualTo(codes("geohazard_kind"));
    assertThat(METHODS.geohazard().trendFactors().keySet()).isEqualTo(codes("geohazard_trend"));
    assertThat(codes("geohazard_status")).containsAll(METHODS.geohazard().statusFactors().keySet());
    assertThat(METHODS.vulnerability().structureScores().keySet()).isEqualTo(codes("structure"));
    assertThat(METHODS.reedFire().rings().kindWeights().keySet()).isEqualTo(codes("ignition_kind"));
    assertThat(METHODS.risk().comprehensive().expert().keySet()).isEqualTo(codes("hazard"));
  }

  @Test
  void thresholdsOfSubsidenceLieOnTheBreaksOfTheLevels() {
    var subsidence = METHODS.subsidence();
    assertThat(subsidence.levels().levelOf(subsidence.rate().at(30))).isEqualTo(4);
    assertThat(subsidence.levels().levelOf(subsidence.rate().at(29.99))).isEqualTo(3);
    assertThat(subsidence.levels().levelOf(subsidence.rate().at(10))).isEqualTo(3);
    assertThat(subsidence.levels().levelOf(subsidence.cumulative().at(800))).isEqualTo(4);
    assertThat(subsidence.levels().levelOf(subsidence.cumulative().at(300))).isEqualTo(3);
  }

  @Test
  void theVersionNamesEveryFile() {
    assertThat(METHODS.version().split(" ")).hasSize(13).contains("flood@1", "zoning@2");
  }

  @Test
  void whatDecidesRiskIsEveryMethodFileButThatOfTheSensitivity() {
    assertThat(AssessmentMethods.DECIDING)
        .containsExactlyElementsOf(
            java.util.Arrays.stream(AssessmentMethods.load().version().split(" "))
                .map(version -> version.substring(0, version.indexOf('@')))
                .filter(name -> !name.equals("sensitivity"))
                .map(name -> "methods/" + name + ".yaml")
                .toList());
  }
}
