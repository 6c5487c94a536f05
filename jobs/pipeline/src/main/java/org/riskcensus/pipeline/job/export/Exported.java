package org.riskcensus.pipeline.job.export;

import java.util.Map;

/**
 * What was written.
 *
 * @param rows rows in the file
 * @param cutNames fields whose names the format had to cut, with their names in the file
 */
public record Exported(long rows, Map<String, String> cutNames) {}
