/** Ingest: files to raw and staging, with findings, quarantine and row accounts. */
@NullMarked
package org.riskcensus.pipeline.job.ingest;

import org.jspecify.annotations.NullMarked;
