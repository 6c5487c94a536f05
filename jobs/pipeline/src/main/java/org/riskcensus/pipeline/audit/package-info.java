/** Row accounts: every row read is accepted, quarantined or a duplicate. */
@NullMarked
package org.riskcensus.pipeline.audit;

import org.jspecify.annotations.NullMarked;
