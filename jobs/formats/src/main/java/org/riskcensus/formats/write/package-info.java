/**
 * Writers: rows with typed values and geometry become a file; the format follows from the file's
 * extension.
 */
@NullMarked
package org.riskcensus.formats.write;

import org.jspecify.annotations.NullMarked;
