package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class GeohazardMethodTest {

  private static final GeohazardMethod METHOD =
      new GeohazardMethod(
          new DangerThresholds(List.of(100.0, 500.0, 1000.0), List.of(500.0, 5000.0, 10000.0)),
          List.of(0.45, 0.65, 0.85, 1.0),
          Map.of("stable", 0.7, "unstable", 1.0),
          0.85,
          Map.of("registered", 1.0, "treated", 0.5),
          Map.of("landslide", List.of(100.0, 200.0, 300.0, 400.0)),
          new LevelBreaks(List.of(0.25, 0.5, 0.75)));

  private static GeohazardPoint point(
      String kind, @Nullable String trend, String status, double persons) {
    var place = new GeometryFactory().createPoint(new Coordinate(500, 500));
    return new GeohazardPoint("G1", "500237", place, kind, "medium", trend, status, persons, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "99, 499.99, SMALL",
    "100, 0, MEDIUM",
    "0, 500, MEDIUM",
    "499, 5000, LARGE",
    "500, 0, LARGE",
    "1000, 0, VERY_LARGE",
    "10, 10000, VERY_LARGE"
  })
  void dangerBoundsAreInclusiveAndTheStrongerCriterionWins(
      double persons, double property, DangerGrade grade) {
    assertThat(METHOD.danger().grade(persons, property)).isEqualTo(grade);
  }

  @Test
  void theIndexIsGradeTimesTrendTimesStatus() {
    assertThat(METHOD.index(point("landslide", "stable", "registered", 120)))
        .hasValueSatisfying(index -> assertThat(index).isCloseTo(0.455, within(1e-12)));
    assertThat(METHOD.index(point("landslide", "stable", "treated", 120)))
        .hasValueSatisfying(index -> assertThat(index).isCloseTo(0.2275, within(1e-12)));
    assertThat(METHOD.index(point("landslide", null, "registered", 1000))).hasValue(0.85);
  }

  @Test
  void relocatedAndWrittenOffPointsAreNoHazard() {
    assertThat(METHOD.assess(point("landslide", "stable", "relocated", 120))).isEmpty();
    assertThat(METHOD.assess(point("landslide", "stable", "written_off", 120))).isEmpty();
  }

  @Test
  void theInfluenceIsABufferByKindAndScale() {
    HazardArea area =
        METHOD.assess(point("landslide", "unstable", "registered", 600)).orElseThrow();
    assertThat(area.geometry().getEnvelopeInternal().getWidth()).isCloseTo(400, within(1e-9));
    assertThat(area.danger()).isEqualTo(3);
    assertThat(area.level()).isEqualTo(4);
  }

  @Test
  void aKindTheMethodDoesNotKnowIsNamed() {
    assertThatThrownBy(() -> METHOD.assess(point("avalanche", "stable", "registered", 1)))
        .hasMessageContaining("radius")
        .hasMessageContaining("avalanche");
  }
}
