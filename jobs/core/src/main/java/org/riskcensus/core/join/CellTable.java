package org.riskcensus.core.join;

import java.util.Arrays;

/**
 * Numbers distinct cells from 0: an open-addressing hash table of longs with linear probing, at
 * most half full, so that a look-up costs one or two memory accesses and no object. Reading is
 * thread-safe once nothing is added.
 */
final class CellTable {

  private static final int NONE = -1;

  private long[] cells = new long[128];
  private int[] numbers = filled(128);
  private int size;

  /** The number of a cell, which is added when new. */
  int add(long cell) {
    int slot = slot(cell);
    if (numbers[slot] == NONE) {
      if (2 * (size + 1) > cells.length) {
        grow();
        slot = slot(cell);
      }
      cells[slot] = cell;
      numbers[slot] = size++;
    }
    return numbers[slot];
  }

  /** The number of a cell, -1 when it is not there. */
  int find(long cell) {
    return numbers[slot(cell)];
  }

  int size() {
    return size;
  }

  private int slot(long cell) {
    int mask = cells.length - 1;
    int slot = hash(cell) & mask;
    while (numbers[slot] != NONE && cells[slot] != cell) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static int hash(long cell) {
    long mixed = cell * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) ^ (int) (mixed >>> 47);
  }

  private void grow() {
    long[] oldCells = cells;
    int[] oldNumbers = numbers;
    cells = new long[2 * oldCells.length];
    numbers = filled(cells.length);
    for (int i = 0; i < oldCells.length; i++) {
      if (oldNumbers[i] != NONE) {
        int slot = slot(oldCells[i]);
        cells[slot] = oldCells[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }

  private static int[] filled(int length) {
    int[] numbers = new int[length];
    Arrays.fill(numbers, NONE);
    return numbers;
  }
}
