package org.riskcensus.core.join;

import java.util.Arrays;

/**
 * The rows of the right side that one left geometry meets, as their positions. One object serves
 * all rows of a task, so that a row costs no allocation. Not thread-safe.
 */
public final class Hits {

  private int[] positions = new int[16];
  private int size;

  /** Number of rows met. */
  public int size() {
    return size;
  }

  /** Position on the right side of the {@code i}th row met. */
  public int get(int i) {
    return positions[i];
  }

  boolean contains(int position) {
    for (int i = 0; i < size; i++) {
      if (positions[i] == position) {
        return true;
      }
    }
    return false;
  }

  void clear() {
    size = 0;
  }

  void add(int position) {
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, 2 * size);
    }
    positions[size++] = position;
  }

  void add(Hits others) {
    for (int i = 0; i < others.size; i++) {
      add(others.positions[i]);
    }
  }

  void sort() {
    if (size > 1) {
      Arrays.sort(positions, 0, size);
    }
  }
}
