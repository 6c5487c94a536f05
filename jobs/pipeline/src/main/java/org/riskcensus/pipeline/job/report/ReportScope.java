package org.riskcensus.pipeline.job.report;

import java.util.Map;

/**
 * What a report is of.
 *
 * @param year census year, whose release is read
 * @param edition kind of report
 * @param period months whose losses are told
 * @param unit unit reported on
 * @param below names of the units directly below, by code
 * @param counties names of the counties in the lake that a city or province is the sum of, by
 *     six-digit code
 */
record ReportScope(
    int year,
    Edition edition,
    Period period,
    ReportUnit unit,
    Map<String, String> below,
    Map<String, String> counties) {}
