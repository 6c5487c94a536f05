/** What becomes of a file after it is handed in 报送流程. */
@NullMarked
package org.riskcensus.core.submission;

import org.jspecify.annotations.NullMarked;
