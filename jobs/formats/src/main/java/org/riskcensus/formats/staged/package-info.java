/** Files that appear under their name when they are whole. */
@NullMarked
package org.riskcensus.formats.staged;

import org.jspecify.annotations.NullMarked;
