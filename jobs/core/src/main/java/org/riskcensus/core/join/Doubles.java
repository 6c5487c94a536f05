package org.riskcensus.core.join;

import java.util.Arrays;

/** A growing array of doubles. */
final class Doubles {

  private double[] values = new double[256];
  private int size;

  void add(double a, double b, double c, double d) {
    if (size + 4 > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[size++] = a;
    values[size++] = b;
    values[size++] = c;
    values[size++] = d;
  }

  int size() {
    return size;
  }

  double get(int i) {
    return values[i];
  }

  void clear() {
    size = 0;
  }

  void copyTo(double[] target, int at) {
    System.arraycopy(values, 0, target, at, size);
  }
}
