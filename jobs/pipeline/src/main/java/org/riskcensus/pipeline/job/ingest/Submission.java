package org.riskcensus.pipeline.job.ingest;

import java.io.Serializable;
import org.riskcensus.pipeline.config.SourceDescription;

/**
 * A file as it was handed in: its content decides its identity, not its name or date.
 *
 * @param source the source of the description it belongs to
 * @param id SHA-256 of the content of the file and its companions, in hexadecimal
 * @param bytes size of them all
 */
public record Submission(SourceDescription source, String id, long bytes) implements Serializable {}
