package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.geometry.CoverageParts;
import org.riskcensus.core.hazard.ExtentNesting.Violation;

class ExtentNestingTest {

  private final ExtentNesting nesting = new ExtentNesting(0.02, new CoverageParts(400, 1));

  @Test
  void extentsThatGrowWithTheReturnPeriodAreSound() {
    nesting.add(5, 0.5, strip(0, 100));
    nesting.add(20, 0.5, strip(0, 150));
    nesting.add(100, 0.5, strip(0, 300));
    assertThat(nesting.violations()).isEmpty();
  }

  @Test
  void theCommonerFloodOutsideTheRarerIsToldWithItsArea() {
    nesting.add(5, 0.5, strip(0, 200));
    nesting.add(100, 0.5, strip(0, 150));
    Violation violation = nesting.violations().get(0);
    assertThat(violation.returnPeriodA()).isEqualTo(5);
    assertThat(violation.rarerA()).isEqualTo(100);
    assertThat(violation.depthM()).isZero();
    assertThat(violation.missingM2()).isCloseTo(50 * 1000, within(1e-6));
  }

  @Test
  void aDeepAreaThatShrinksWithTheReturnPeriodIsToldByItself() {
    nesting.add(5, 0.5, strip(0, 100));
    nesting.add(5, 2.0, strip(100, 200));
    nesting.add(20, 0.5, strip(0, 220));
    nesting.add(20, 2.0, strip(220, 300));
    assertThat(nesting.violations()).hasSize(1);
    Violation violation = nesting.violations().get(0);
    assertThat(violation.returnPeriodA()).isEqualTo(5);
    assertThat(violation.depthM()).isEqualTo(2.0);
    assertThat(violation.missingM2()).isCloseTo(20 * 1000, within(1e-6));
  }

  @Test
  void aShareOfTheAreaIsTolerated() {
    nesting.add(5, 0.5, strip(0, 101));
    nesting.add(20, 0.5, strip(0, 100));
    assertThat(nesting.violations()).isEmpty();
  }

  private static Geometry strip(double from, double to) {
    return new GeometryFactory().toGeometry(new Envelope(from, to, 0, 1000));
  }
}
