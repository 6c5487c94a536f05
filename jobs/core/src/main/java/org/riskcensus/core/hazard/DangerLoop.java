package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The closed loop of a hidden danger 隐患闭环管理: it goes on from open to rectified to closed and never
 * back, and it is closed 销号 after it was rectified 整改, not without and not before.
 *
 * @param steps codes of the states, in the order of the loop; the last one closes it
 */
public record DangerLoop(List<String> steps) implements Serializable {

  /** What can be wrong with a loop. */
  public enum Flaw {
    /** Its state is an earlier one than that of the census year before. */
    STATUS_BACKWARDS,
    /** It was closed without, or before, it was rectified. */
    CLOSED_UNRECTIFIED;

    /** The code in tables, which is also that of the rule that tells it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Takes the steps as they are. */
  public DangerLoop {
    steps = List.copyOf(steps);
  }

  /** Whether a state comes before the one of an earlier census year; no where one is not known. */
  public boolean wentBack(@Nullable String before, @Nullable String now) {
    return now != null
        && before != null
        && steps.contains(now)
        && steps.indexOf(now) < steps.indexOf(before);
  }

  /** Whether it is closed, by state or by day, and was not rectified by then. */
  public boolean isClosedUnrectified(
      @Nullable String status, @Nullable LocalDate rectified, @Nullable LocalDate closed) {
    boolean isClosed = closed != null || steps.get(steps.size() - 1).equals(status);
    return isClosed && (rectified == null || (closed != null && closed.isBefore(rectified)));
  }

  /**
   * What is wrong with a loop. A danger that went back is open again and begins its loop anew: days
   * left over from the one before are then no second flaw, so going back comes first.
   *
   * @param before state in the census year before; null where it was not registered
   */
  public Optional<Flaw> findFlaw(
      @Nullable String before,
      @Nullable String status,
      @Nullable LocalDate rectified,
      @Nullable LocalDate closed) {
    if (wentBack(before, status)) {
      return Optional.of(Flaw.STATUS_BACKWARDS);
    }
    return isClosedUnrectified(status, rectified, closed)
        ? Optional.of(Flaw.CLOSED_UNRECTIFIED)
        : Optional.empty();
  }
}
