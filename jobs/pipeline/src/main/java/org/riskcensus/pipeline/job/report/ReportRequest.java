package org.riskcensus.pipeline.job.report;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as a user asks for it, not yet checked.
 *
 * @param year census year; null to take that of the period
 * @param unit administrative code
 * @param edition id of an edition
 * @param period such as {@code 2025-Q3}; empty for the whole year, or the season that ends in it
 * @param formats names of formats
 * @param language code of a language
 * @param out directory of the files
 */
public record ReportRequest(
    @Nullable Integer year,
    String unit,
    String edition,
    String period,
    List<String> formats,
    String language,
    Path out) {}
