package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.hazard.FloodSeverity.Measure;

class FloodMethodTest {

  private static final Geometry SQUARE = new GeometryFactory().toGeometry(new Envelope(0, 9, 0, 9));
  private static final LevelBreaks LEVELS = new LevelBreaks(List.of(0.25, 0.5, 0.75));
  private static final List<List<Double>> INDEX =
      List.of(List.of(0.4, 0.2), List.of(0.6, 0.3), List.of(0.9, 0.5));
  private static final FloodMethod DEPTH =
      new FloodMethod(
          FloodSeverity.ofDepth(List.of(0.5, 1.0)), List.of(5, 20), INDEX, null, LEVELS);
  private static final FloodMethod ALL =
      new FloodMethod(
          new FloodSeverity(
              Map.of(
                  Measure.DEPTH, List.of(0.5, 1.0),
                  Measure.VELOCITY, List.of(2.0, 2.0),
                  Measure.DEPTH_VELOCITY, List.of(0.3, 1.0),
                  Measure.DURATION, List.of(24.0, 72.0))),
          List.of(5, 20),
          INDEX,
          null,
          LEVELS);

  private static FloodExtent flood(
      int period, double depth, @Nullable Double velocity, @Nullable Double hours) {
    return new FloodExtent("F1", "370321", SQUARE, period, depth, velocity, hours);
  }

  private static FloodExtent flood(int period, double depth) {
    return flood(period, depth, null, null);
  }

  @Test
  void aDepthOnABreakBelongsToTheDeeperClass() {
    assertThat(DEPTH.index(flood(5, 0.49))).isEqualTo(0.4);
    assertThat(DEPTH.index(flood(5, 0.5))).isEqualTo(0.6);
    assertThat(DEPTH.index(flood(5, 1.0))).isEqualTo(0.9);
  }

  @Test
  void returnPeriodsAreUpperBoundsAndRarerFloodsTakeTheLastClass() {
    assertThat(DEPTH.index(flood(5, 0.2))).isEqualTo(0.4);
    assertThat(DEPTH.index(flood(6, 0.2))).isEqualTo(0.2);
    assertThat(DEPTH.index(flood(1000, 0.2))).isEqualTo(0.2);
  }

  @Test
  void anExtentBecomesAnAreaWithTheLevelOfItsIndex() {
    assertThat(DEPTH.assess(flood(5, 0.7)))
        .isEqualTo(new HazardArea("F1", "370321", SQUARE, 0.6, 3, 0, Map.of("depth", 2.0)));
  }

  @Test
  void anAreaTellsTheClassOfEachMeasureThatIsKnown() {
    assertThat(ALL.assess(flood(5, 0.4, 1.0, null)).factors())
        .isEqualTo(Map.of("depth", 1.0, "velocity", 1.0, "depth_velocity", 2.0));
  }

  /** 0.4 m deep is class 1; at 1.0 m/s it is 0.4 m²/s, class 2; at 2.0 m/s class 3; 80 h too. */
  @Test
  void theStrongestOfDepthVelocityTheirProductAndDurationCounts() {
    assertThat(ALL.index(flood(5, 0.4, 0.7, 23.9))).isEqualTo(0.4);
    assertThat(ALL.index(flood(5, 0.4, 1.0, 23.9))).isEqualTo(0.6);
    assertThat(ALL.index(flood(5, 0.1, 2.0, 23.9))).isEqualTo(0.9);
    assertThat(ALL.index(flood(5, 0.1, 0.1, 24.0))).isEqualTo(0.6);
    assertThat(ALL.index(flood(20, 0.1, 0.1, 80.0))).isEqualTo(0.5);
    assertThat(ALL.index(flood(20, 1.2, 0.0, 0.0))).isEqualTo(0.5);
  }

  @Test
  void whatWasNotFiledLeavesTheDepthAlone() {
    for (double depth : new double[] {0, 0.2, 0.5, 0.9, 3}) {
      for (int period : new int[] {5, 20}) {
        assertThat(ALL.index(flood(period, depth))).isEqualTo(DEPTH.index(flood(period, depth)));
      }
    }
    assertThat(ALL.index(flood(5, 0.2, null, 100.0))).isEqualTo(0.9);
  }

  @Test
  void theIndexNeverFallsWithWhatMakesAFloodWorseNorGrowsWithRarity() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      double depth = 2 * random.nextDouble();
      double velocity = 3 * random.nextDouble();
      double hours = 100 * random.nextDouble();
      int period = 1 + random.nextInt(40);
      double here = ALL.index(flood(period, depth, velocity, hours));
      double more = random.nextDouble();
      assertThat(ALL.index(flood(period, depth + more, velocity, hours)))
          .isGreaterThanOrEqualTo(here);
      assertThat(ALL.index(flood(period, depth, velocity + more, hours)))
          .isGreaterThanOrEqualTo(here);
      assertThat(ALL.index(flood(period, depth, velocity, hours + 50 * more)))
          .isGreaterThanOrEqualTo(here);
      assertThat(ALL.index(flood(period + 20, depth, velocity, hours))).isLessThanOrEqualTo(here);
      assertThat(ALL.index(flood(period, depth, null, hours))).isLessThanOrEqualTo(here);
    }
  }

  @Test
  void aMatrixThatFallsWithSeverityIsRefused() {
    FloodSeverity two = FloodSeverity.ofDepth(List.of(0.5));
    assertThatThrownBy(
            () ->
                new FloodMethod(two, List.of(5), List.of(List.of(0.4), List.of(0.3)), null, LEVELS))
        .hasMessageContaining("0.3")
        .hasMessageContaining("row 1");
  }

  @Test
  void aMeasureWithOtherClassesThanTheDepthIsRefused() {
    assertThatThrownBy(
            () ->
                new FloodSeverity(
                    Map.of(Measure.DEPTH, List.of(0.5, 1.0), Measure.DURATION, List.of(24.0))))
        .hasMessageContaining("DURATION needs as many classes as the depth");
    assertThatThrownBy(() -> new FloodSeverity(Map.of(Measure.DURATION, List.of(24.0))))
        .hasMessageContaining("classes of the depth");
  }
}
