package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class SubsidenceMethodTest {

  private static final SubsidenceMethod METHOD =
      new SubsidenceMethod(
          new Curve(List.of(0.0, 10.0, 30.0, 60.0), List.of(0.0, 0.5, 0.75, 1.0)),
          new Curve(List.of(0.0, 300.0, 800.0), List.of(0.0, 0.5, 0.75)),
          new LevelBreaks(List.of(0.25, 0.5, 0.75)));

  private static HazardArea assess(@Nullable Double rate, @Nullable Double cumulative) {
    var square = new GeometryFactory().toGeometry(new Envelope(0, 1, 0, 1));
    return METHOD
        .assess(new SubsidenceZone("S1", "370321", square, rate, cumulative))
        .orElseThrow();
  }

  @Test
  void aRateHalfwayBetweenNodesGivesAnIndexHalfway() {
    assertThat(assess(20.0, 0.0).index()).isEqualTo(0.625);
    assertThat(assess(45.0, 0.0).index()).isEqualTo(0.875);
  }

  @Test
  void thresholdsOfMediumAndStrongAreInclusive() {
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
  }

  @Test
  void groundThatRisesIsNoHazard() {
    var square = new GeometryFactory().toGeometry(new Envelope(0, 1, 0, 1));
    assertThat(METHOD.assess(new SubsidenceZone("S1", "370321", square, -3.0, 0.0))).isEmpty();
  }

  @Test
  void aCurveThatFallsIsRefused() {
    assertThatThrownBy(() -> new Curve(List.of(0.0, 1.0), List.of(0.5, 0.4)))
        .hasMessageContaining("must not fall");
  }
}
