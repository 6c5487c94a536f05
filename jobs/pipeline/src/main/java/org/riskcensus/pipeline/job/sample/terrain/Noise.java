package org.riskcensus.pipeline.job.sample.terrain;

/**
 * Smooth value noise in the plane: random values at the corners of a square lattice, joined by a
 * smooth step, three octaves. Within −1…1, the same on every machine.
 *
 * @param seed what makes this noise differ from another
 * @param wavelength lattice side of the coarsest octave, in metres
 */
public record Noise(long seed, double wavelength) {

  /** The value at a place. */
  public double at(double x, double y) {
    double sum = 0;
    double amplitude = 4.0 / 7;
    double side = wavelength;
    for (int octave = 0; octave < 3; octave++) {
      sum += amplitude * octave(x / side, y / side, octave);
      amplitude /= 2;
      side /= 2;
    }
    return sum;
  }

  private double octave(double u, double v, int octave) {
    long i = (long) Math.floor(u);
    long j = (long) Math.floor(v);
    double a = smooth(u - i);
    double b = smooth(v - j);
    double south = corner(i, j, octave) * (1 - a) + corner(i + 1, j, octave) * a;
    double north = corner(i, j + 1, octave) * (1 - a) + corner(i + 1, j + 1, octave) * a;
    return south * (1 - b) + north * b;
  }

  private double corner(long i, long j, int octave) {
    long bits = Dice.mix(seed + octave + Dice.mix(i * 0x1F123BB5L + Dice.mix(j)));
    return (bits >>> 11) * 0x1.0p-52 - 1;
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }
}
