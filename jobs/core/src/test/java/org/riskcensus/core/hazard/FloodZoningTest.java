package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.damage.AnnualLoss;
import org.riskcensus.core.damage.BelowFirst;
import org.riskcensus.core.damage.Integration;
import org.riskcensus.core.hazard.FloodZoning.End;

class FloodZoningTest {

  private static final LevelBreaks CUTS = new LevelBreaks(List.of(0.15, 0.5, 1.0));
  private static final FloodZoning ZONING = new FloodZoning(CUTS, End.ZERO, End.CONSTANT);

  private static RiverDepths river(Map<Integer, Double> depths, Integer... mapped) {
    List<Integer> years = new ArrayList<>(depths.keySet());
    Collections.addAll(years, mapped);
    RiverDepths river = new RiverDepths(years);
    depths.forEach(river::reach);
    return river;
  }

  private static double degree(FloodZoning zoning, RiverDepths... rivers) {
    return zoning.degree(List.of(rivers));
  }

  /**
   * 0.5 m once in 10 years, 1.5 m in 50, 2 m in 100, nothing in 5: f = 0.2, 0.1, 0.02, 0.01 give
   * 0.1 (0 + 0.5)/2 + 0.08 (0.5 + 1.5)/2 + 0.01 (1.5 + 2)/2 + 0.01 · 2 = 0.025 + 0.08 + 0.0175 +
   * 0.02.
   */
  @Test
  void theDegreeIsTheIntegralOfDepthOverProbability() {
    RiverDepths river = river(Map.of(10, 0.5, 50, 1.5, 100, 2.0), 5);
    assertThat(degree(ZONING, river)).isCloseTo(0.1425, within(1e-12));
    FloodZoning dryBeyond = new FloodZoning(CUTS, End.ZERO, End.ZERO);
    assertThat(degree(dryBeyond, river)).isCloseTo(0.1225, within(1e-12));
  }

  /** 1 m once in 5 years and in 20: (1 − 0.2) · 1 + 0.15 · 1 + 0.05 · 1 = 1. */
  @Test
  void belowTheFirstReturnPeriodTheRuleSaysWhatStands() {
    RiverDepths river = river(Map.of(5, 1.0, 20, 1.0));
    FloodZoning constant = new FloodZoning(CUTS, End.CONSTANT, End.CONSTANT);
    assertThat(degree(constant, river)).isCloseTo(1.0, within(1e-12));
    assertThat(degree(ZONING, river)).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void aDegreeOnACutBelongsToTheClassAbove() {
    assertThat(ZONING.classOf(0.1499)).isEqualTo(1);
    assertThat(ZONING.classOf(0.15)).isEqualTo(2);
    assertThat(ZONING.classOf(0.5)).isEqualTo(3);
    assertThat(ZONING.classOf(1.0)).isEqualTo(4);
  }

  @Test
  void whereRiversMeetTheDeepestCountsAndTheSameWaterNeverTwice() {
    RiverDepths one = river(Map.of(5, 0.5, 20, 2.0));
    RiverDepths other = river(Map.of(5, 1.0, 20, 1.0));
    assertThat(degree(ZONING, one, one)).isEqualTo(degree(ZONING, one));
    assertThat(degree(ZONING, one, other))
        .isEqualTo(degree(ZONING, river(Map.of(5, 1.0, 20, 2.0))))
        .isEqualTo(degree(ZONING, other, one));
  }

  /** A river mapped for 20 and 100 years is not dry in 50: 1/50 lies 3/4 of the way, so 1.75 m. */
  @Test
  void aReturnPeriodThatARiverWasNotMappedForIsNotTakenForDry() {
    RiverDepths sparse = river(Map.of(20, 1.0, 100, 2.0));
    RiverDepths shallow = river(Map.of(50, 0.1), 20, 100);
    assertThat(sparse.depth(50, false, ZONING)).isCloseTo(1.75, within(1e-12));
    assertThat(degree(ZONING, sparse, shallow)).isCloseTo(degree(ZONING, sparse), within(1e-12));
  }

  @Test
  void aShallowRiverWithMoreFrequentFloodsChangesNothingOfADeepOne() {
    RiverDepths deep = river(Map.of(20, 1.0, 100, 2.0));
    RiverDepths dry = river(Map.of(100, 0.0), 2, 5, 10, 20, 50);
    assertThat(degree(ZONING, deep, dry)).isCloseTo(degree(ZONING, deep), within(1e-12));
  }

  @Test
  void itIsTheIntegralOfTheExpectedAnnualLossWithDepthInPlaceOfLoss() {
    Random random = new Random(7);
    List<Double> years = List.of(5.0, 10.0, 20.0, 50.0, 100.0);
    for (int run = 0; run < 200; run++) {
      double[] depths = random.doubles(years.size(), 0, 4).toArray();
      Map<Integer, Double> byYears = new TreeMap<>();
      for (int i = 0; i < depths.length; i++) {
        byYears.put(years.get(i).intValue(), depths[i]);
      }
      for (End below : End.values()) {
        AnnualLoss loss =
            AnnualLoss.of(years, Integration.TRAPEZOID, BelowFirst.valueOf(below.name()));
        FloodZoning zoning = new FloodZoning(CUTS, below, End.CONSTANT);
        assertThat(degree(zoning, river(byYears))).isCloseTo(loss.of(depths), within(1e-12));
      }
    }
  }

  @Test
  void theDegreeNeverFallsWhenAnyFloodIsDeeper() {
    Random random = new Random(8);
    List<Integer> all = List.of(1, 5, 10, 20, 50, 100);
    for (int run = 0; run < 500; run++) {
      FloodZoning zoning = new FloodZoning(CUTS, end(random), end(random));
      Map<Integer, Double> one = depths(random, all);
      Map<Integer, Double> two = depths(random, all);
      double here = degree(zoning, river(one), river(two));
      int years = List.copyOf(one.keySet()).get(random.nextInt(one.size()));
      one.merge(years, random.nextDouble(), Double::sum);
      assertThat(degree(zoning, river(one), river(two))).isGreaterThanOrEqualTo(here - 1e-12);
    }
  }

  private static End end(Random random) {
    return random.nextBoolean() ? End.ZERO : End.CONSTANT;
  }

  private static Map<Integer, Double> depths(Random random, List<Integer> years) {
    Map<Integer, Double> depths = new TreeMap<>(Map.of(20, random.nextDouble()));
    years.stream()
        .filter(y -> random.nextBoolean())
        .forEach(y -> depths.put(y, 3 * random.nextDouble()));
    return depths;
  }

  @Test
  void aFloodThatIsNotMappedAndAReturnPeriodBelowAYearAreRefused() {
    assertThatThrownBy(() -> new RiverDepths(List.of(0))).hasMessageContaining("at least one year");
    assertThatThrownBy(() -> new RiverDepths(List.of(5)).reach(10, 1.0))
        .hasMessageContaining("no flood of 10 years is mapped");
  }
}
