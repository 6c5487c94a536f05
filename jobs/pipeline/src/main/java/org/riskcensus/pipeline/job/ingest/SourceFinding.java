package org.riskcensus.pipeline.job.ingest;

import org.riskcensus.core.finding.Finding;

/**
 * A finding about a source as a whole.
 *
 * @param source its id
 */
record SourceFinding(String source, Finding finding) {}
