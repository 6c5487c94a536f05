package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class FloodMethodTest {

  private static final LevelBreaks LEVELS = new LevelBreaks(List.of(0.25, 0.5, 0.75));
  private static final FloodMethod METHOD =
      new FloodMethod(
          List.of(0.5, 1.0),
          List.of(5, 20),
          List.of(List.of(0.4, 0.2), List.of(0.6, 0.3), List.of(0.9, 0.5)),
          LEVELS);

  @Test
  void aDepthOnABreakBelongsToTheDeeperClass() {
    assertThat(METHOD.index(0.49, 5)).isEqualTo(0.4);
    assertThat(METHOD.index(0.5, 5)).isEqualTo(0.6);
    assertThat(METHOD.index(1.0, 5)).isEqualTo(0.9);
  }

  @Test
  void returnPeriodsAreUpperBoundsAndRarerFloodsTakeTheLastClass() {
    assertThat(METHOD.index(0.2, 5)).isEqualTo(0.4);
    assertThat(METHOD.index(0.2, 6)).isEqualTo(0.2);
    assertThat(METHOD.index(0.2, 1000)).isEqualTo(0.2);
  }

  @Test
  void anExtentBecomesAnAreaWithTheLevelOfItsIndex() {
    var square = new GeometryFactory().toGeometry(new Envelope(0, 10, 0, 10));
    HazardArea area = METHOD.assess(new FloodExtent("F1", "370321", square, 0.7, 5));
    assertThat(area).isEqualTo(new HazardArea("F1", "370321", square, 0.6, 3, 0));
  }

  @Test
  void aMatrixThatFallsWithDepthIsRefused() {
    assertThatThrownBy(
            () ->
                new FloodMethod(
                    List.of(0.5), List.of(5), List.of(List.of(0.4), List.of(0.3)), LEVELS))
        .hasMessageContaining("0.3")
        .hasMessageContaining("row 1");
  }
}
