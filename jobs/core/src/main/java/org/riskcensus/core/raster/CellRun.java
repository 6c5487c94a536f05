package org.riskcensus.core.raster;

/**
 * Cells beside each other in one row of a grid.
 *
 * @param first westernmost column, counted from 0
 * @param last easternmost column, inclusive
 */
public record CellRun(int row, int first, int last) {}
