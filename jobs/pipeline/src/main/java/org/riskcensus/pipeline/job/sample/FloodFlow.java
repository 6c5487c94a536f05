package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * How fast the water of an extent runs and how long it stands, as filed: an old map tells neither.
 * Where a river cannot flow off 洪水顶托 rare floods stand for days and weeks.
 *
 * @param velocity m/s; null where not filed
 * @param duration h; null where not filed
 */
record FloodFlow(@Nullable Double velocity, @Nullable Double duration) {

  private static final double UNKNOWN_VELOCITY = 0.15;
  private static final double UNKNOWN_DURATION = 0.12;

  /**
   * What a river's flow is drawn from.
   *
   * @param flash whether it is a flash flood
   * @param backwaterFrom return period from which the river is held back
   */
  record Regime(boolean flash, int backwaterFrom) {

    double velocity(double depth) {
      return flash ? 0.2 + 0.9 * depth : 0.4 + 0.2 * depth;
    }

    double duration(double depth, int period) {
      double hours = flash ? 2 + 2 * depth : 12 + 20 * depth;
      return period >= backwaterFrom ? hours + 90 + 40 * depth : hours;
    }
  }

  /** Flows of the depth classes of one flood of a river, from the shallowest; none falls. */
  static List<FloodFlow> of(Dice dice, Regime regime, int period, List<Double> depths) {
    double run = dice.uniform(0.7, 1.4);
    double stand = dice.uniform(0.8, 1.4);
    List<FloodFlow> flows = new ArrayList<>();
    for (double depth : depths) {
      boolean fast = !dice.chance(UNKNOWN_VELOCITY);
      boolean timed = !dice.chance(UNKNOWN_DURATION);
      flows.add(
          new FloodFlow(
              fast ? Rounded.to1(run * regime.velocity(depth)) : null,
              timed ? Rounded.to0(stand * regime.duration(depth, period)) : null));
    }
    return flows;
  }
}
