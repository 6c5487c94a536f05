package org.riskcensus.core.join;

import java.util.Arrays;

/** A growing array of ints. */
final class Ints {

  private int[] values = new int[64];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /** Adds the values of a range of an array. */
  void add(int[] from, int first, int end) {
    int count = end - first;
    if (size + count > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * size, size + count));
    }
    System.arraycopy(from, first, values, size, count);
    size += count;
  }

  int size() {
    return size;
  }

  int get(int i) {
    return values[i];
  }

  void clear() {
    size = 0;
  }
}
