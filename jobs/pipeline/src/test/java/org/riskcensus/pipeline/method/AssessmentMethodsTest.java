package org.riskcensus.pipeline.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.hazard.CriteriaMethod;
import org.riskcensus.core.hazard.GeohazardMethod;
import org.riskcensus.core.hazard.ReedFireMethod;
import org.riskcensus.core.hazard.SurveyedObject;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;

class AssessmentMethodsTest {

  private static final AssessmentMethods METHODS = AssessmentMethods.load();

  private static Set<String> codes(String list) {
    return Set.copyOf(Contracts.load().codeList(list).codes());
  }

  @Test
  void theMethodsKnowEveryCodeThatStagingCanHold() {
    var geohazard = (GeohazardMethod) METHODS.hazard("geohazard");
    assertThat(geohazard.radiiMetres().keySet()).isEqualTo(codes("geohazard_kind"));
    assertThat(geohazard.trendFactors().keySet()).isEqualTo(codes("geohazard_trend"));
    assertThat(codes("geohazard_status")).containsAll(geohazard.statusFactors().keySet());
    assertThat(METHODS.vulnerability().structureScores().keySet()).isEqualTo(codes("structure"));
    assertThat(((ReedFireMethod) METHODS.hazard("reed_fire")).rings().kindWeights().keySet())
        .isEqualTo(codes("ignition_kind"));
    assertThat(METHODS.risk().comprehensive().expert().keySet()).isEqualTo(codes("hazard"));
  }

  @Test
  void whatIsAssessedIsTheCodeListInItsOrder() {
    assertThat(METHODS.hazards())
        .extracting(AssessedHazard::code)
        .hasSameElementsAs(codes("hazard"));
    assertThat(METHODS.hazards()).extracting(AssessedHazard::name).startsWith("洪涝", "地面沉降");
  }

  @Test
  void theInputsOfEveryHazardAreColumnsOfItsTable() {
    Contracts contracts = Contracts.load();
    for (AssessedHazard hazard : METHODS.hazards()) {
      assertThat(contracts.get("staging." + hazard.table()).columns())
          .extracting(ColumnContract::name)
          .containsAll(hazard.inputs());
    }
  }

  @Test
  void thresholdsOfSubsidenceLieOnTheBreaksOfTheLevels() {
    assertThat(levelOfSubsidence(30, 0)).isEqualTo(4);
    assertThat(levelOfSubsidence(29.99, 0)).isEqualTo(3);
    assertThat(levelOfSubsidence(10, 0)).isEqualTo(3);
    assertThat(levelOfSubsidence(0, 800)).isEqualTo(4);
    assertThat(levelOfSubsidence(0, 300)).isEqualTo(3);
  }

  private static int levelOfSubsidence(double rate, double cumulative) {
    var subsidence = (CriteriaMethod) METHODS.hazard("subsidence");
    SurveyedObject zone =
        new SurveyedObject(
            "S",
            "370321",
            new GeometryFactory().createPolygon(),
            Map.of("rate_mm_a", rate, "cumulative_mm", cumulative),
            Map.of());
    return subsidence.levels().levelOf(subsidence.index(zone).orElseThrow());
  }

  @Test
  void theVersionNamesEveryFile() {
    assertThat(METHODS.version().split(" ")).hasSize(14).contains("flood@2", "zoning@2");
  }

  @Test
  void whatDecidesRiskIsEveryMethodFileButThatOfTheSensitivity() {
    assertThat(AssessmentMethods.deciding(SchemaFiles.load()))
        .startsWith("codes/hazard.yaml")
        .filteredOn(path -> path.startsWith("methods/"))
        .containsExactlyElementsOf(
            java.util.Arrays.stream(AssessmentMethods.load().version().split(" "))
                .map(version -> version.substring(0, version.indexOf('@')))
                .filter(name -> !name.equals("sensitivity"))
                .map(name -> "methods/" + name + ".yaml")
                .toList());
  }
}
