package org.riskcensus.pipeline.job.sample;

import org.locationtech.jts.geom.Coordinate;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * House plots of one hamlet, from its middle outwards in a square spiral, some left empty; a plot
 * is given once. Plots outside the village are passed over; when the spiral has left the village,
 * it starts again between the old plots.
 */
final class Slots {

  private static final double FILLED = 0.55;

  private final Ground ground;
  private final int village;
  private final Coordinate centre;
  private final double spacing;
  private final double turn;
  private final Dice dice;
  private final int maxRing;
  private double shift;
  private int ring;
  private int step;

  Slots(Ground ground, int village, Coordinate centre, double spacing, Dice dice) {
    this.ground = ground;
    this.village = village;
    this.centre = centre;
    this.spacing = spacing;
    this.turn = dice.uniform(-0.6, 0.6);
    this.dice = dice;
    this.maxRing = (int) (6000 / spacing);
  }

  /** Angle of the hamlet's streets, radians. */
  double turn() {
    return turn;
  }

  double spacing() {
    return spacing;
  }

  /** The middle of the next free plot. */
  Coordinate next() {
    while (true) {
      Coordinate place = place();
      advance();
      if (dice.chance(FILLED) && ground.isInside(village, place)) {
        return place;
      }
    }
  }

  private Coordinate place() {
    int side = ring == 0 ? 0 : step / (2 * ring);
    int along = ring == 0 ? 0 : step % (2 * ring) - ring;
    double u =
        spacing * (shift + (side == 0 ? along : side == 1 ? ring : side == 2 ? -along : -ring));
    double v =
        spacing * (shift + (side == 0 ? -ring : side == 1 ? along : side == 2 ? ring : -along));
    double sin = StrictMath.sin(turn);
    double cos = StrictMath.cos(turn);
    return new Coordinate(
        Rounded.to1(centre.x + u * cos - v * sin), Rounded.to1(centre.y + u * sin + v * cos));
  }

  private void advance() {
    step++;
    if (step >= 8 * ring) {
      step = 0;
      ring++;
    }
    if (ring > maxRing) {
      ring = 0;
      shift += 0.31;
    }
  }
}
