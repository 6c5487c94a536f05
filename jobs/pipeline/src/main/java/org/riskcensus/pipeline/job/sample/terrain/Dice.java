package org.riskcensus.pipeline.job.sample.terrain;

import java.util.List;
import java.util.Random;

/**
 * Repeatable chance. Each topic has a stream of its own, so that a change of one layer moves no
 * other. {@link Random} because its algorithm is part of the Java specification. Not thread-safe.
 */
public final class Dice {

  private final Random random;

  private Dice(long seed) {
    random = new Random(seed);
  }

  /** The stream of {@code topic} under {@code seed}. */
  public static Dice of(long seed, String topic) {
    return new Dice(mix(seed * 31 + topic.hashCode()));
  }

  /** Scatters the bits of {@code value}: neighbouring values give unrelated results. */
  static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in {@code [low, high)}. */
  public double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Uniform whole number, both ends included. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** True with probability {@code share}. */
  public boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** Log-normal with median 1; {@code sigma} is the deviation of the logarithm. */
  public double logNormal(double sigma) {
    return StrictMath.exp(sigma * random.nextGaussian());
  }

  /** One of {@code choices}, each as likely. */
  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** An index into {@code weights}, in proportion to them. */
  public int pickByWeight(double... weights) {
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    double left = random.nextDouble() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
