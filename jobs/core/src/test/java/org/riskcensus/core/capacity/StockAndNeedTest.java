package org.riskcensus.core.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.capacity.StockAndNeed.Reason;
import org.riskcensus.core.capacity.StockAndNeed.Status;

class StockAndNeedTest {

  private static final NeedRule TWO_A_HEAD =
      new NeedRule("residents", 2.0, Map.of(), Map.of(), 100);

  @Test
  void needByHeadIsHeadsTimesTheStandard() {
    // 30,000 m² for 20,000 residents at 2 m²: 40,000 m² wanted, 1.5 m² a head, 75 %
    StockAndNeed found = of(TWO_A_HEAD, "township", 30_000.0, 20_000.0);
    assertThat(found.need()).isEqualTo(40_000);
    assertThat(found.perHead()).isEqualTo(1.5);
    assertThat(found.coveragePct()).isCloseTo(75, within(1e-9));
    assertThat(found.status()).isEqualTo(Status.MISSED);
  }

  @Test
  void needIsMetFromTheWantedShareOn() {
    NeedRule ninety = new NeedRule("residents", 1, Map.of(), Map.of(), 90);
    assertThat(of(ninety, "county", 90.0, 100.0).status()).isEqualTo(Status.MET);
    assertThat(of(ninety, "county", 89.9, 100.0).status()).isEqualTo(Status.MISSED);
  }

  @Test
  void needByLevelOrCountyIsAFigure() {
    NeedRule byLevel = new NeedRule("", 0, Map.of("county", 2000.0), Map.of(), 100);
    assertThat(of(byLevel, "county", 2500.0, null).coveragePct()).isEqualTo(125);
    assertThat(of(byLevel, "township", 60.0, null).reason()).isEqualTo(Reason.NO_STANDARD);
    NeedRule byCounty = new NeedRule("", 0, Map.of(), Map.of("370321", 5000.0), 100);
    assertThat(of(byCounty, "county", 6000.0, null).status()).isEqualTo(Status.MET);
    assertThat(of(byCounty, "county", 6000.0, null).perHead()).isNull();
  }

  @Test
  void stockOfZeroIsShortAndAStockNotFiledIsUnknown() {
    assertThat(of(TWO_A_HEAD, "village", 0.0, 100.0).status()).isEqualTo(Status.MISSED);
    StockAndNeed unknown = of(TWO_A_HEAD, "village", null, 100.0);
    assertThat(unknown.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(unknown.reason()).isEqualTo(Reason.NOT_FILED);
    assertThat(unknown.need()).isEqualTo(200);
  }

  @Test
  void needOfNobodyIsNotMetByNothing() {
    assertThat(of(TWO_A_HEAD, "village", 0.0, 0.0).reason()).isEqualTo(Reason.BASIS_ZERO);
    assertThat(of(TWO_A_HEAD, "village", 5.0, null).reason()).isEqualTo(Reason.BASIS_NOT_REPORTED);
  }

  @Test
  void coverageGrowsWithStockAndFallsWithHeads() {
    double before = 0;
    for (double stock = 0; stock < 1000; stock += 100) {
      Double more = of(TWO_A_HEAD, "village", stock + 1, 50.0).coveragePct();
      assertThat(more).isGreaterThan(before);
      assertThat(of(TWO_A_HEAD, "village", stock + 1, 60.0).coveragePct()).isLessThan(more);
      before = more == null ? 0 : more;
    }
  }

  @Test
  void ruleSaysExactlyOneThing() {
    assertThatThrownBy(() -> new NeedRule("", 0, Map.of(), Map.of(), 100))
        .hasMessageContaining("one of");
    assertThatThrownBy(() -> new NeedRule("residents", 1, Map.of("county", 1.0), Map.of(), 100))
        .hasMessageContaining("one of");
    assertThatThrownBy(() -> new NeedRule("residents", 0, Map.of(), Map.of(), 100))
        .hasMessageContaining("above zero");
  }

  private static StockAndNeed of(
      NeedRule rule, String level, @Nullable Double stock, @Nullable Double basis) {
    return StockAndNeed.of(rule, new StockAndNeed.Unit(level, "370321", stock, basis));
  }
}
