package org.riskcensus.pipeline.job.sample;

/** Numbers with as many decimals as people write. */
final class Rounded {

  private Rounded() {}

  static double to0(double value) {
    return Math.rint(value);
  }

  static double to1(double value) {
    return Math.rint(value * 10) / 10;
  }

  static double to2(double value) {
    return Math.rint(value * 100) / 100;
  }
}
