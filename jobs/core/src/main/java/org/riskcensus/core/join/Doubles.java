package org.riskcensus.core.join;

import java.util.Arrays;

/** A growing array of doubles. */
final class Doubles {

  private double[] values = new double[256];
  private int size;

  void add(double a, double b) {
    if (size + 2 > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[size++] = a;
    values[size++] = b;
  }

  int size() {
    return size;
  }

  double get(int i) {
    return values[i];
  }

  void copyTo(double[] target, int at) {
    System.arraycopy(values, 0, target, at, size);
  }
}
