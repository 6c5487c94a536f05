package org.riskcensus.pipeline.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.hazard.CriteriaMethod;
import org.riskcensus.core.hazard.Influence;
import org.riskcensus.core.hazard.SurveyedObject;
import org.riskcensus.pipeline.yaml.DefinitionException;

class CriteriaReaderTest {

  private static final String DROUGHT = "methods/drought.yaml";
  private static final String HAIL = "methods/hail.yaml";

  private final Map<String, String> changed = new HashMap<>();

  private void replace(String path, String from, String to) {
    String text = changed.getOrDefault(path, OwnHazard.files().text(path));
    assertThat(text).contains(from);
    changed.put(path, text.replace(from, to));
  }

  private AssessmentMethods load() {
    return AssessmentMethods.load(OwnHazard.files().with(changed));
  }

  private static double index(
      CriteriaMethod method, Map<String, Double> numbers, String irrigation) {
    Map<String, String> codes = irrigation.isEmpty() ? Map.of() : Map.of("irrigation", irrigation);
    return method
        .index(
            new SurveyedObject(
                "D", "370399", new GeometryFactory().createPolygon(), numbers, codes))
        .orElseThrow();
  }

  @Test
  void aHazardOfOnesOwnIsAssessedLikeTheOthers() {
    AssessmentMethods methods = load();
    assertThat(methods.hazards())
        .extracting(AssessedHazard::code)
        .containsExactly("flood", "subsidence", "reed_fire", "geohazard", "drought", "hail");
    assertThat(methods.hazards().get(5).inputs())
        .containsExactly("diameter_mm", "days_10a", "reach_m");
    assertThat(methods.version()).contains("drought@1 ", "hail@1 ", "comprehensive@1-example");
    assertThat(methods.risk().comprehensive().lossKinds()).containsEntry("hail", List.of("hail"));
  }

  /** By hand: 90 days are 0.75, so 0.7 · 0.75 + 0.3 · 0.5; not reported is as bad as none. */
  @Test
  void theFileOfTheExampleSaysWhatItsNumbersMean() {
    CriteriaMethod drought = (CriteriaMethod) load().hazard("drought");
    assertThat(index(drought, Map.of("dry_days", 90.0), "partial")).isCloseTo(0.675, within(1e-12));
    assertThat(index(drought, Map.of("dry_days", 90.0), "")).isCloseTo(0.825, within(1e-12));
    assertThat(((CriteriaMethod) load().hazard("hail")).influence())
        .isEqualTo(new Influence.Measured("reach_m"));
  }

  @Test
  void lessIsWorseWhereIndicesFall() {
    replace(DROUGHT, "[[20, 0], [60, 0.5], [120, 1]]", "[[20, 1], [60, 0.5], [120, 0]]");
    CriteriaMethod drought = (CriteriaMethod) load().hazard("drought");
    assertThat(index(drought, Map.of("dry_days", 40.0), "none"))
        .isCloseTo(0.7 * 0.75 + 0.3, within(1e-12));
  }

  @Test
  void everythingWrongWithAHazardIsOneMessage() {
    replace(DROUGHT, "  dry_days:\n", "  dry_day:\n");
    replace(DROUGHT, "partial: 0.5, full: 0.1}, missing: 1.0", "partial: 1.5, drip: 0.1}");
    replace(DROUGHT, "dry_days: 0.7", "dry_day: 0.8");
    replace(HAIL, "[[5, 0], [20, 0.5], [50, 1]]", "[[5, 0], [50, 0.5], [20, 1]]");
    replace(HAIL, "value: {column: reach_m}", "value: {column: days_10a}");
    replace(HAIL, "value: strongest", "value: mean");
    assertThatThrownBy(this::load)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "staging.drought_zone has no column 'dry_day' for a criterion; it has")
        .hasMessageContaining("an index must lie in 0..1, got 1.5")
        .hasMessageContaining("there is no value for the codes [full]")
        .hasMessageContaining("the code list has no [drip]; it has [none, partial, full]")
        .hasMessageContaining("'irrigation' may be empty: say under 'missing'")
        .hasMessageContaining("weights must sum to 1, but sum to 1.1")
        .hasMessageContaining("values must strictly ascend, and indices rise or fall throughout")
        .hasMessageContaining("staging.hail_point has no column 'days_10a' that every object must")
        .hasMessageContaining("'combination' must be strongest or weighted");
  }

  @Test
  void criteriaThatDoNotFitTheirColumnsAreRefused() {
    replace(DROUGHT, "{curve: [[20, 0], [60, 0.5], [120, 1]]}", "{classes: {many: 1}}");
    replace(
        DROUGHT,
        "{classes: {none: 1.0, partial: 0.5, full: 0.1}, missing: 1.0}",
        "{curve: [[0, 0], [1, 1]], missing: 2}");
    replace(HAIL, "days_10a:", "name:");
    replace(
        HAIL,
        "diameter_mm:\n    value: {curve: [[5, 0], [20, 0.5], [50, 1]]}",
        "diameter_mm:\n    value: {curve: [[5, 0, 1]], missing: 0.5}");
    assertThatThrownBy(this::load)
        .hasMessageContaining("classes are for a column with a code list, but 'dry_days' has none")
        .hasMessageContaining("a curve is for numbers, but 'irrigation' is string; use 'classes'")
        .hasMessageContaining("an index must lie in 0..1, got 2.0")
        .hasMessageContaining("a curve is for numbers, but 'name' is string")
        .hasMessageContaining("the contract requires 'name': leave 'missing' out")
        .hasMessageContaining("a node of a curve is [measured value, index]")
        .hasMessageContaining("the contract requires 'diameter_mm': leave 'missing' out");
  }

  @Test
  void pointsWithoutAnInfluenceAreRefused() {
    replace(
        HAIL,
        "  influence_m:\n    value: {column: reach_m}\n    standard: example\n    version: \"1\"\n    evidence: D\n",
        "");
    assertThatThrownBy(this::load)
        .hasMessageContaining(
            "staging.hail_point holds points or lines, so 'influence_m' has to say");
    replace(
        HAIL,
        "parameters:\n",
        "parameters:\n  influence_m: {value: 0, standard: s, version: v, evidence: D}\n");
    assertThatThrownBy(this::load)
        .hasMessageContaining("the distance must lie above 0 m and at most 100000 m, got 0");
  }

  @Test
  void anInfluenceMayBeConstantOrByClass() {
    replace(HAIL, "{column: reach_m}", "500");
    replace(
        DROUGHT,
        "parameters:\n",
        "parameters:\n  influence_m: {value: {column: dry_days}, standard: s, version: v, evidence: D}\n");
    assertThatThrownBy(this::load).hasMessageContaining("'dry_days' must be a number in m");
    changed.remove(DROUGHT);
    assertThat(((CriteriaMethod) load().hazard("hail")).influence())
        .isEqualTo(new Influence.Constant(500));
    replace(
        DROUGHT,
        "parameters:\n",
        "parameters:\n  influence_m: {value: {column: irrigation, classes: {none: 5}}, standard: s, version: v, evidence: D}\n");
    assertThatThrownBy(this::load)
        .hasMessageContaining("has no column 'irrigation' that every object must have");
    replace(
        "staging/drought_zone.yaml",
        "type: string, codes: irrigation",
        "type: string, required: true, codes: irrigation");
    replace(DROUGHT, ", missing: 1.0", "");
    replace(DROUGHT, "classes: {none: 5}", "classes: {none: 500, partial: 200, full: 0}");
    assertThat(((CriteriaMethod) load().hazard("drought")).influence())
        .isEqualTo(
            new Influence.Coded(
                "irrigation", Map.of("none", 500.0, "partial", 200.0, "full", 0.0)));
  }

  @Test
  void classesNeedAColumnWhoseValuesAreCodes() {
    replace(HAIL, "value: {column: reach_m}", "value: {column: name, classes: {}}");
    replace(
        "staging/drought_zone.yaml",
        "type: double, unit: d",
        "type: double, unit: d, codes: irrigation");
    replace(
        DROUGHT,
        "{curve: [[20, 0], [60, 0.5], [120, 1]]}",
        "{classes: {none: 1, partial: 1, full: 1}}");
    assertThatThrownBy(this::load)
        .hasMessageContaining("classes are for a column with a code list, but 'name' has none")
        .hasMessageContaining(
            "classes are for a column of text or whole numbers, but 'dry_days' is double");
    replace(
        "staging/drought_zone.yaml", "type: double, unit: d, codes", "type: int, unit: d, codes");
    assertThatThrownBy(this::load)
        .hasMessageContaining("'dry_days' is int, so its codes must be whole numbers as 1 and 20")
        .hasMessageContaining("the code list has [none, partial, full]");
  }

  @Test
  void aHazardActsNoFartherThanTheLimit() {
    replace(HAIL, "{column: reach_m}", "100001");
    assertThatThrownBy(this::load)
        .hasMessageContaining("the distance must lie above 0 m and at most 100000 m, got 100001");
    changed.clear();
    replace("staging/hail_point.yaml", "range: [100, 20000]", "range: [100, 500000]");
    assertThatThrownBy(this::load)
        .hasMessageContaining(
            "'reach_m' must be a number in m with a range from above 0 to at most 100000 m");
  }

  @Test
  void anObjectAlwaysHasAnIndex() {
    replace("staging/hail_point.yaml", "unit: mm, required: true", "unit: mm");
    replace(HAIL, "[50, 1]]}", "[50, 1]], missing: left_out}");
    assertThatThrownBy(this::load).hasMessageContaining("an object may have no index at all");
    replace(HAIL, "[50, 1]], missing: left_out}", "[50, 1]], missing: 0.5}");
    assertThat(load().hazards()).hasSize(6);
  }

  @Test
  void aHazardNeedsItsFileAndItsTable() {
    replace("codes/hazard.yaml", "code: hail,", "code: locusts,");
    replace(DROUGHT, "table: drought_zone", "table: drougth_zone");
    assertThatThrownBy(this::load)
        .hasMessageContaining("'locusts' is a hazard, so methods/locusts.yaml has to say how")
        .hasMessageContaining("there is no contract staging/drougth_zone.yaml")
        .hasMessageContaining("unknown hazard 'hail'");
    changed.clear();
    replace(HAIL, "kind: criteria\n", "");
    replace(DROUGHT, "kind: criteria", "kind: flood");
    replace("methods/flood.yaml", "version: \"2\"\ntitle", "table: sea\nversion: \"2\"\ntitle");
    replace(
        "methods/zoning.yaml", "version: \"2\"\ntitle", "kind: criteria\nversion: \"2\"\ntitle");
    assertThatThrownBy(this::load)
        .hasMessageContaining("hail.yaml")
        .hasMessageContaining(
            "'kind: criteria' is wanted here, and 'table'; a method of another kind")
        .hasMessageContaining("[flood, geohazard, reed_fire, subsidence]")
        .hasMessageContaining("'table' goes with 'kind: criteria'; here it is always flood_extent")
        .hasMessageContaining("unknown key 'kind'");
  }

  @Test
  void tablesWithoutAPlaceAreRefused() {
    replace(DROUGHT, "table: drought_zone", "table: gdp");
    assertThatThrownBy(this::load).hasMessageContaining("staging.gdp must have a geometry");
  }

  @Test
  void theStrongestCriterionHasNoWeights() {
    replace(DROUGHT, "value: weighted", "value: strongest");
    assertThatThrownBy(this::load).hasMessageContaining("leave 'weights' out");
  }

  @Test
  void aHazardOfTheProjectMayBeAssessedByCriteriaToo() {
    String flood =
        """
        method: flood
        kind: criteria
        table: flood_extent
        version: own
        title: 洪水危险性
        doc: by depth alone
        parameters:
          depth_m:
            value: {curve: [[0, 0.1], [3, 1]]}
            standard: own
            version: "1"
            evidence: D
          combination: {value: strongest, standard: own, version: "1", evidence: D}
        """;
    changed.put("methods/flood.yaml", flood);
    assertThat(load().hazard("flood")).isInstanceOf(CriteriaMethod.class);
  }
}
