/** The command line. */
@NullMarked
package org.riskcensus.pipeline.cli;

import org.jspecify.annotations.NullMarked;
