package org.riskcensus.formats.report;

import org.riskcensus.formats.chart.Chart;

/**
 * A chart under its caption.
 *
 * @param alternative what it shows, for those who cannot see it
 */
public record ChartBlock(String caption, Chart chart, String alternative) implements Block {}
