package org.riskcensus.core.susceptibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.core.susceptibility.InformationFit.County;
import org.riskcensus.core.susceptibility.InformationFit.Factor;
import org.riskcensus.core.susceptibility.InformationFit.Reason;
import org.riskcensus.core.zoning.BorderTolerance;
import org.riskcensus.core.zoning.Generalisation;

class InformationFitTest {

  private static final Set<String> BOTH = Set.of("slope", "lithology");

  /** By hand: ten points on 100 m²; nobody counts as a point in hard rock. */
  private static final List<ClassCount> COUNTS =
      List.of(
          new ClassCount("slope", "gentle", 2, 60),
          new ClassCount("slope", "steep", 8, 40),
          new ClassCount("lithology", "hard", 0, 50),
          new ClassCount("lithology", "soft", 10, 50));

  private static SusceptibilityMethod method(int points, int factors, double coverage) {
    return new SusceptibilityMethod(
        Map.of("slope", new FactorClasses(List.of()), "lithology", new FactorClasses(List.of())),
        Set.of("registered"),
        new SusceptibilityMethod.Needs(points, factors, coverage),
        0.5,
        List.of("low", "medium", "high", "very_high"),
        new BreakRule.Natural(4),
        Map.of("very_high", 0.15),
        new Generalisation(Map.of(), BorderTolerance.NONE));
  }

  private static InformationFit fit(List<ClassCount> counts) {
    return InformationFit.of(method(10, 2, 0.95), new County(100, 10, BOTH), counts);
  }

  private static double value(InformationFit fit, String factorClass) {
    return fit.values().stream()
        .filter(value -> value.count().factorClass().equals(factorClass))
        .mapToDouble(InformationValue::value)
        .sum();
  }

  @Test
  void valuesAreTheLogarithmsWorkedOutByHand() {
    InformationFit fit = fit(COUNTS);
    assertThat(fit.reason()).isNull();
    // (2/10)/(60/100) = 1/3; (8/10)/(40/100) = 2; (0.5/10)/(50/100) = 0.1; (10/10)/(50/100) = 2
    assertThat(value(fit, "gentle")).isCloseTo(-1.0986122887, within(1e-9));
    assertThat(value(fit, "steep")).isCloseTo(0.6931471806, within(1e-9));
    assertThat(value(fit, "hard")).isCloseTo(-2.3025850930, within(1e-9));
    assertThat(value(fit, "soft")).isCloseTo(0.6931471806, within(1e-9));
    assertThat(fit.values()).filteredOn(InformationValue::empty).hasSize(1);
  }

  @Test
  void theOrderOfTheClassesChangesNothing() {
    for (int seed = 0; seed < 5; seed++) {
      List<ClassCount> shuffled = new ArrayList<>(COUNTS);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(fit(shuffled)).isEqualTo(fit(COUNTS));
    }
  }

  @Test
  void aClassPartedIntoTwoOfTheSameDensityKeepsItsValue() {
    List<ClassCount> parted = new ArrayList<>(COUNTS);
    parted.remove(1);
    parted.add(new ClassCount("slope", "steep north", 6, 30));
    parted.add(new ClassCount("slope", "steep south", 2, 10));
    InformationFit fit = fit(parted);
    assertThat(value(fit, "steep north")).isCloseTo(value(fit(COUNTS), "steep"), within(1e-12));
    assertThat(value(fit, "steep south")).isCloseTo(value(fit(COUNTS), "steep"), within(1e-12));
    assertThat(value(fit, "gentle")).isEqualTo(value(fit(COUNTS), "gentle"));
  }

  @Test
  void pointsAsDenseEverywhereSayNothing() {
    InformationFit fit =
        fit(
            List.of(
                new ClassCount("slope", "gentle", 6, 60),
                new ClassCount("slope", "steep", 4, 40),
                new ClassCount("lithology", "any", 10, 100)));
    assertThat(fit.values()).allSatisfy(v -> assertThat(v.value()).isCloseTo(0, within(1e-12)));
  }

  @Test
  void aFactorIsHeldAgainstWhereItIsKnown() {
    // 96 of 100 m² known, one point elsewhere: (8/9)/(40/96) = 2.1333
    List<ClassCount> counts = new ArrayList<>(COUNTS);
    counts.set(0, new ClassCount("slope", "gentle", 1, 56));
    InformationFit fit = InformationFit.of(method(9, 2, 0.95), new County(100, 10, BOTH), counts);
    assertThat(value(fit, "steep")).isCloseTo(Math.log(32.0 / 15), within(1e-12));
  }

  @Test
  void whatCannotBeComputedSaysWhy() {
    assertThat(reason(new County(100, 9, BOTH), 10, 2)).isEqualTo(Reason.TOO_FEW_POINTS);
    assertThat(reason(new County(120, 10, BOTH), 10, 2)).isEqualTo(Reason.NOT_COVERING);
    assertThat(reason(new County(100, 10, BOTH), 10, 3)).isEqualTo(Reason.TOO_FEW_FACTORS);
    assertThat(reason(new County(100, 10, BOTH), 11, 2)).isEqualTo(Reason.TOO_FEW_POINTS);
    assertThat(reason(new County(100, 10, BOTH), 10, 2)).isNull();
  }

  private static Reason reason(County county, int points, int factors) {
    InformationFit fit = InformationFit.of(method(points, factors, 0.95), county, COUNTS);
    assertThat(fit.values().isEmpty()).isEqualTo(fit.reason() != null);
    return fit.reason();
  }

  @Test
  void eachFactorSaysWhyItIsNotInTheSum() {
    InformationFit fit =
        InformationFit.of(
            method(5, 1, 0.95),
            new County(100, 10, Set.of("slope", "relief")),
            COUNTS.subList(0, 2));
    assertThat(fit.reason()).isNull();
    assertThat(fit.factors())
        .containsExactly(
            new Factor("lithology", 0, 0, 0, Reason.NOT_FILED),
            new Factor("relief", 0, 0, 0, Reason.NOT_USED),
            new Factor("slope", 10, 100, 2, null));
  }

  @Test
  void aFactorFiledWithoutAnyClassStopsTheCounty() {
    InformationFit fit =
        InformationFit.of(method(5, 1, 0), new County(100, 10, BOTH), COUNTS.subList(0, 2));
    assertThat(fit.reason()).isEqualTo(Reason.NOT_COVERING);
  }

  @Test
  void aMethodThatWouldCountNothingIsRefused() {
    assertThatThrownBy(() -> method(0, 1, 0.9)).hasMessageContaining("at least one point");
    assertThatThrownBy(() -> method(1, 0, 0.9)).hasMessageContaining("one factor");
  }
}
