/**
 * Statistics over series of yearly losses and over tables of units: trends, exceedance, averages
 * with their intervals, rounding that adds up, suppression of small cells, ratios given as data.
 */
@NullMarked
package org.riskcensus.core.statistics;

import org.jspecify.annotations.NullMarked;
