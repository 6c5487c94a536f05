/** Spark and Iceberg: the jobs, the lakehouse and the command line. */
@NullMarked
package org.riskcensus.pipeline;

import org.jspecify.annotations.NullMarked;
