package org.riskcensus.core.susceptibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactorClassesTest {

  private static final FactorClasses SLOPE = new FactorClasses(List.of(8.0, 15.0, 22.5));

  @Test
  void aNumberOnABreakBelongsToTheIntervalAbove() {
    assertThat(SLOPE.of(null, 7.99)).contains("<8");
    assertThat(SLOPE.of(null, 8.0)).contains("8–15");
    assertThat(SLOPE.of(null, 15.0)).contains("15–22.5");
    assertThat(SLOPE.of(null, 22.5)).contains("≥22.5");
    assertThat(SLOPE.of(null, -3.0)).contains("<8");
  }

  @Test
  void aMappedClassIsTakenByItsName() {
    assertThat(SLOPE.of(" 陡坡 ", null)).contains("陡坡");
    assertThat(new FactorClasses(List.of()).of("砂岩", null)).contains("砂岩");
  }

  @Test
  void aNumberWithoutBreaksHasNoClass() {
    assertThat(new FactorClasses(List.of()).of(null, 12.0)).isEmpty();
    assertThat(SLOPE.of(null, null)).isEmpty();
  }

  @Test
  void breaksThatDoNotAscendAreRefused() {
    assertThatThrownBy(() -> new FactorClasses(List.of(8.0, 8.0)))
        .hasMessageContaining("must strictly ascend");
  }
}
