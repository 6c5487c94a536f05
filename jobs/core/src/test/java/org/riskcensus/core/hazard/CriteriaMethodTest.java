package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.hazard.CriteriaMethod.Combination;

class CriteriaMethodTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Geometry SQUARE = GEOMETRY.toGeometry(new Envelope(0, 1000, 0, 1000));
  private static final LevelBreaks LEVELS = new LevelBreaks(List.of(0.25, 0.5, 0.75));

  private static final CriteriaMethod SUBSIDENCE =
      new CriteriaMethod(
          List.of(
              measured("rate", List.of(0.0, 10.0, 30.0, 60.0), List.of(0.0, 0.5, 0.75, 1.0)),
              measured("cumulative", List.of(0.0, 300.0, 800.0), List.of(0.0, 0.5, 0.75))),
          Combination.STRONGEST,
          Influence.none(),
          LEVELS);

  /** Dry days weigh 0.6, irrigation 0.3, soil moisture, of which less is worse, 0.1. */
  private static final CriteriaMethod DROUGHT =
      new CriteriaMethod(
          List.of(
              new Criterion(
                  "days",
                  new Criterion.Measured(
                      new Curve(List.of(20.0, 60.0, 120.0), List.of(0.0, 0.5, 1.0)), false),
                  0.6,
                  null),
              new Criterion(
                  "irrigation",
                  new Criterion.Coded(Map.of("none", 1.0, "partial", 0.5, "full", 0.1)),
                  0.3,
                  1.0),
              new Criterion(
                  "moisture",
                  new Criterion.Measured(new Curve(List.of(-40.0, -10.0), List.of(0.0, 1.0)), true),
                  0.1,
                  null)),
          Combination.WEIGHTED,
          Influence.none(),
          LEVELS);

  private static Criterion measured(String column, List<Double> values, List<Double> indices) {
    return new Criterion(
        column, new Criterion.Measured(new Curve(values, indices), false), 1, null);
  }

  private static SurveyedObject object(
      Geometry geometry, Map<String, Double> numbers, Map<String, String> codes) {
    return new SurveyedObject("S1", "370321", geometry, numbers, codes);
  }

  private static SurveyedObject zone(@Nullable Double rate, @Nullable Double cumulative) {
    Map<String, Double> numbers = new HashMap<>();
    if (rate != null) {
      numbers.put("rate", rate);
    }
    if (cumulative != null) {
      numbers.put("cumulative", cumulative);
    }
    return object(SQUARE, numbers, Map.of());
  }

  private static HazardArea assess(@Nullable Double rate, @Nullable Double cumulative) {
    return SUBSIDENCE.assess(zone(rate, cumulative)).orElseThrow();
  }

  private static double drought(Map<String, Double> numbers, Map<String, String> codes) {
    return DROUGHT.index(object(SQUARE, numbers, codes)).orElseThrow();
  }

  @Test
  void aValueHalfwayBetweenNodesGivesAnIndexHalfway() {
    assertThat(assess(20.0, 0.0).index()).isEqualTo(0.625);
    assertThat(assess(45.0, 0.0).index()).isEqualTo(0.875);
  }

  @Test
  void anIndexOnABreakBelongsToTheLevelAbove() {
    assertThat(assess(9.9, 0.0).level()).isEqualTo(2);
    assertThat(assess(10.0, 0.0).level()).isEqualTo(3);
    assertThat(assess(30.0, 0.0).level()).isEqualTo(4);
  }

  @Test
  void theStrongerCriterionWins() {
    assertThat(assess(10.0, 800.0).level()).isEqualTo(4);
    assertThat(assess(35.0, 10.0).level()).isEqualTo(4);
  }

  @Test
  void aValueThatWasNotReportedDoesNotCount() {
    assertThat(assess(null, 300.0).index()).isEqualTo(0.5);
    assertThat(assess(10.0, null).index()).isEqualTo(0.5);
    assertThat(SUBSIDENCE.assess(zone(null, null))).isEmpty();
  }

  @Test
  void indexZeroIsNoHazard() {
    assertThat(SUBSIDENCE.assess(zone(-3.0, 0.0))).isEmpty();
  }

  /**
   * By hand: 90 days are 0.75, partial irrigation 0.5, 25% moisture 0.5 on the falling curve; 0.6 ·
   * 0.75 + 0.3 · 0.5 + 0.1 · 0.5 = 0.65.
   */
  @Test
  void weightedCriteriaAddUp() {
    assertThat(drought(Map.of("days", 90.0, "moisture", 25.0), Map.of("irrigation", "partial")))
        .isCloseTo(0.65, within(1e-12));
  }

  /** By hand: (0.6 · 0.75 + 0.3 · 0.5) / 0.9 = 2/3. */
  @Test
  void aCriterionThatIsLeftOutLeavesWithItsWeight() {
    assertThat(drought(Map.of("days", 90.0), Map.of("irrigation", "partial")))
        .isCloseTo(2.0 / 3, within(1e-12));
  }

  /** By hand: irrigation not reported counts 1; (0.6 · 0.75 + 0.3 · 1) / 0.9 = 5/6. */
  @Test
  void whatWasNotReportedMayCountAnIndexOfItsOwn() {
    assertThat(drought(Map.of("days", 90.0), Map.of())).isCloseTo(5.0 / 6, within(1e-12));
  }

  @Test
  void theIndexGrowsWithEachCriterionAndDoesNotDependOnTheirOrder() {
    Random random = new Random(11);
    List<Criterion> reversed = new ArrayList<>(DROUGHT.criteria());
    java.util.Collections.reverse(reversed);
    for (Combination combination : Combination.values()) {
      var method = new CriteriaMethod(DROUGHT.criteria(), combination, Influence.none(), LEVELS);
      var other = new CriteriaMethod(reversed, combination, Influence.none(), LEVELS);
      for (int i = 0; i < 500; i++) {
        double days = random.nextDouble() * 150;
        double moisture = random.nextDouble() * 50;
        double index = index(method, days, moisture, "partial");
        assertThat(index(method, days + random.nextDouble() * 30, moisture, "partial"))
            .isGreaterThanOrEqualTo(index);
        assertThat(index(method, days, moisture - random.nextDouble() * 10, "partial"))
            .isGreaterThanOrEqualTo(index);
        assertThat(index(method, days, moisture, "none")).isGreaterThanOrEqualTo(index);
        assertThat(index(other, days, moisture, "partial")).isCloseTo(index, within(1e-15));
        assertThat(index).isBetween(0.0, 1.0);
      }
    }
  }

  private static double index(CriteriaMethod method, double days, double moisture, String code) {
    return method
        .index(
            object(SQUARE, Map.of("days", days, "moisture", moisture), Map.of("irrigation", code)))
        .orElseThrow();
  }

  private static Geometry reach(Influence influence, Geometry geometry) {
    return influence.around(object(geometry, Map.of("radius", 500.0), Map.of("kind", "wide")));
  }

  @Test
  void aPointWithAnInfluenceOf500MetresCoversACircleOf500Metres() {
    Geometry point = GEOMETRY.createPoint(new Coordinate(1_100_000, 4_050_000));
    for (Influence influence :
        List.of(
            new Influence.Constant(500),
            new Influence.Measured("radius"),
            new Influence.Coded("kind", Map.of("wide", 500.0, "narrow", 10.0)))) {
      Geometry circle = reach(influence, point);
      double whole = Math.PI * 500 * 500;
      assertThat(circle.getArea()).isBetween(0.9995 * whole, whole);
      for (Coordinate vertex : circle.getCoordinates()) {
        assertThat(vertex.distance(point.getCoordinate())).isCloseTo(500, within(1e-6));
      }
      assertThat(circle.getBoundary().distance(point)).isBetween(499.8, 500.0);
    }
  }

  @Test
  void anInfluenceWidensAPolygonAndNoneLeavesItAsItIs() {
    assertThat(reach(Influence.none(), SQUARE).equalsExact(SQUARE)).isTrue();
    double widened = 1e6 + 4 * 1000 * 500 + Math.PI * 500 * 500;
    assertThat(reach(new Influence.Constant(500), SQUARE).getArea())
        .isBetween(0.9998 * widened, widened);
  }

  @Test
  void aLineGetsABelt() {
    Geometry line =
        GEOMETRY.createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(2000, 0)});
    double belt = 2 * 500 * 2000 + Math.PI * 500 * 500;
    assertThat(reach(new Influence.Constant(500), line).getArea()).isBetween(0.9998 * belt, belt);
  }

  @Test
  void aCodeThatTheMethodDoesNotKnowIsNamed() {
    assertThatThrownBy(() -> drought(Map.of("days", 90.0), Map.of("irrigation", "drip")))
        .hasMessageContaining("index of irrigation")
        .hasMessageContaining("'drip'");
  }

  @Test
  void aCurveThatFallsIsRefused() {
    assertThatThrownBy(() -> new Curve(List.of(0.0, 1.0), List.of(0.5, 0.4)))
        .hasMessageContaining("must not fall");
  }

  @Test
  void indicesOutsideZeroToOneAreRefused() {
    assertThatThrownBy(() -> new Criterion.Coded(Map.of("a", 1.2)))
        .hasMessageContaining("a must have an index in 0..1, got 1.2");
  }
}
