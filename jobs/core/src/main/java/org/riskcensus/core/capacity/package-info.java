/** What a county can do about disasters: reach of services, and stock against need. */
@NullMarked
package org.riskcensus.core.capacity;

import org.jspecify.annotations.NullMarked;
