/** What is wrong with a filed row, and how it is told. */
@NullMarked
package org.riskcensus.core.finding;

import org.jspecify.annotations.NullMarked;
