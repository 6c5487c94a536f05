package org.riskcensus.core.capacity;

import org.jspecify.annotations.Nullable;

/**
 * A resource of a unit against its need 供需. A stock that was not filed is no stock of zero, and a
 * need of nobody is no need that is met: both cannot be computed.
 *
 * @param need null where there is none
 * @param perHead stock / basis; null where the need is not by head, or either is unknown
 * @param coveragePct stock / need × 100
 * @param reason why it cannot be computed; null where it can
 */
public record StockAndNeed(
    @Nullable Double need,
    @Nullable Double perHead,
    @Nullable Double coveragePct,
    Status status,
    @Nullable Reason reason) {

  /** Whether the stock suffices. */
  public enum Status {
    MET,
    MISSED,
    NOT_COMPUTABLE
  }

  /** Why nothing can be said. */
  public enum Reason {
    NOT_FILED,
    BASIS_NOT_REPORTED,
    BASIS_ZERO,
    NO_STANDARD
  }

  /**
   * A unit.
   *
   * @param level of the unit
   * @param county six digits
   * @param stock null where the county filed none of the resource
   * @param basis heads; null where they are not reported or the rule asks none
   */
  public record Unit(String level, String county, @Nullable Double stock, @Nullable Double basis) {}

  /** Holds the stock of a unit against a rule. */
  public static StockAndNeed of(NeedRule rule, Unit unit) {
    Double basis = unit.basis();
    Double need = rule.isByHead() ? byHead(rule, basis) : figure(rule, unit);
    Double stock = unit.stock();
    if (stock == null) {
      return new StockAndNeed(need, null, null, Status.NOT_COMPUTABLE, Reason.NOT_FILED);
    }
    if (need == null) {
      Reason reason = rule.isByHead() ? basisReason(basis) : Reason.NO_STANDARD;
      return new StockAndNeed(null, null, null, Status.NOT_COMPUTABLE, reason);
    }
    double pct = stock / need * 100;
    Double perHead = rule.isByHead() && basis != null ? stock / basis : null;
    Status status = pct >= rule.wantedPct() ? Status.MET : Status.MISSED;
    return new StockAndNeed(need, perHead, pct, status, null);
  }

  private static @Nullable Double byHead(NeedRule rule, @Nullable Double basis) {
    return basis == null || basis == 0 ? null : basis * rule.perHead();
  }

  private static @Nullable Double figure(NeedRule rule, Unit unit) {
    var figure = rule.figure(unit.level(), unit.county());
    return figure.isPresent() ? figure.getAsDouble() : null;
  }

  private static Reason basisReason(@Nullable Double basis) {
    return basis == null ? Reason.BASIS_NOT_REPORTED : Reason.BASIS_ZERO;
  }
}
